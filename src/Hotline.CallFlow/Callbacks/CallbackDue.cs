using Hotline.CallFlow.Hours;

namespace Hotline.CallFlow.Callbacks;

/// <summary>When a callback may be dialled next by the rules, without any reason to set them aside.</summary>
public abstract record CallbackDue
{
    private CallbackDue()
    {
    }

    /// <summary>Not before this moment. It may be now.</summary>
    public sealed record At(DateTimeOffset Moment) : CallbackDue;

    /// <summary>Not again, unless the caller or a person changes something.</summary>
    public sealed record Never(NeverDue Why) : CallbackDue;

    public static CallbackDue Next(AgreedCallback callback, DateTimeOffset now, OpeningHours hours)
    {
        if (callback.DoNotContact || callback.State.IsOver)
            return new Never(NeverDue.Over);
        if (callback.State is CallbackState.Dialling or CallbackState.Reached)
            return new Never(NeverDue.InCall);
        if (!CallbackRules.HasAttemptsLeft(callback))
            return new Never(NeverDue.NoAttemptsLeft);

        var earliest = Later(Later(now, callback.Window.From), Spaced(callback) ?? now);
        if (earliest >= callback.Window.To)
            return new Never(NeverDue.WindowOver);
        var state = hours.At(earliest);
        return (state.IsOpen ? earliest : state.NextOpen) is { } moment && moment < callback.Window.To
            ? new At(moment)
            : new Never(NeverDue.ClosedUntilWindowIsOver);
    }

    /// <summary>The end of the spacing after the last attempt for this window; null when there was none.</summary>
    internal static DateTimeOffset? Spaced(AgreedCallback callback) =>
        callback.AttemptsForWindow.Max(attempt => (DateTimeOffset?)attempt.At) + CallbackRules.Spacing;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

/// <summary>Why no time is due. All but the first two are for a person to look at: the caller still waits for a call.</summary>
public enum NeverDue
{
    Over,
    InCall,
    NoAttemptsLeft,
    WindowOver,

    /// <summary>The line does not open before the window ends, for example after an emergency closure.</summary>
    ClosedUntilWindowIsOver,
}
