namespace Hotline.CallFlow.Callbacks;

/// <summary>
/// The life of a callback (DOMAIN T7, T8; L6). What has no meaning in a state is refused with a reason and changes nothing,
/// so late, repeated and reordered news does no harm.
/// </summary>
public static class CallbackRules
{
    /// <summary>Attempts for one agreed window (DOMAIN §6.1).</summary>
    public const int MostAttempts = 3;

    /// <summary>Between the beginnings of two attempts (DOMAIN §6.1).</summary>
    public static readonly TimeSpan Spacing = TimeSpan.FromMinutes(30);

    public static CallbackChange After(AgreedCallback callback, CallbackEvent happened, DateTimeOffset now) => happened switch
    {
        // The history of an attempt is completed even when the callback is over meanwhile.
        CallbackEvent.DialEnded ended => End(callback, ended),
        _ when callback.State.IsOver => CallbackChange.None(NoChange.Over),
        CallbackEvent.Claim claim => Claim(callback, claim, now),
        CallbackEvent.Release release => callback.State is CallbackState.Claimed { Owner: var owner } && owner == release.By
            ? To(callback, Idle(callback))
            : CallbackChange.None(NoChange.NotOwner),
        CallbackEvent.LeaseChecked => callback.State is CallbackState.Claimed { LeaseUntil: var until } && until <= now
            ? To(callback, Idle(callback))
            : CallbackChange.None(NoChange.NothingToDo),
        CallbackEvent.DialStarted dial => Dial(callback, dial, now),
        CallbackEvent.TalkCutOff => callback.State is CallbackState.Reached
            ? To(callback, Idle(callback))
            : CallbackChange.None(NoChange.NothingToDo),
        CallbackEvent.Moved moved => Move(callback, moved.Window, now),
        CallbackEvent.Cancel => To(callback, new CallbackState.Cancelled()),
        CallbackEvent.Settle => To(callback, new CallbackState.Closed(ClosedBecause.Settled)),
        CallbackEvent.ForbidContact => To(callback with { DoNotContact = true }, new CallbackState.Closed(ClosedBecause.DoNotContact)),
        _ => throw new ArgumentOutOfRangeException(nameof(happened)),
    };

    private static CallbackChange Claim(AgreedCallback callback, CallbackEvent.Claim claim, DateTimeOffset now) => callback.State switch
    {
        CallbackState.Claimed held when held.Owner != claim.By && held.LeaseUntil > now => CallbackChange.None(NoChange.OwnedByAnother),
        CallbackState.Open or CallbackState.Claimed or CallbackState.Exhausted => To(callback, new CallbackState.Claimed(claim.By, claim.LeaseUntil)),
        _ => CallbackChange.None(NoChange.InCall),
    };

    private static CallbackChange Dial(AgreedCallback callback, CallbackEvent.DialStarted dial, DateTimeOffset now)
    {
        if (callback.State is CallbackState.Dialling or CallbackState.Reached)
            return CallbackChange.None(NoChange.InCall);
        if (callback.State is not CallbackState.Claimed { Owner: var owner, LeaseUntil: var until } || owner != dial.By || until <= now)
            return CallbackChange.None(NoChange.NotOwner);

        var attempt = new Attempt(callback.Attempts.Length + 1, dial.By, now);
        return To(callback with { Attempts = callback.Attempts.Add(attempt) }, new CallbackState.Dialling(dial.By, attempt.Number));
    }

    private static CallbackChange End(AgreedCallback callback, CallbackEvent.DialEnded ended)
    {
        if (callback.Attempts.FirstOrDefault(attempt => attempt.Number == ended.Attempt) is not { Result: null } open)
            return CallbackChange.None(NoChange.NothingToDo);

        var wrong = ended.Result == AttemptResult.WrongPerson;
        var told = callback with
        {
            Attempts = callback.Attempts.Replace(open, open with { Result = ended.Result }),
            DoNotContact = callback.DoNotContact || wrong,
        };
        return callback.State.IsOver ? new CallbackChange.Changed(told)
            : wrong ? To(told, new CallbackState.Closed(ClosedBecause.WrongPerson))
            : callback.State is not CallbackState.Dialling dialling || dialling.Attempt != ended.Attempt ? new CallbackChange.Changed(told)
            : To(told, ended.Result == AttemptResult.Reached ? new CallbackState.Reached(dialling.Owner) : Idle(told));
    }

    private static CallbackChange.Changed Move(AgreedCallback callback, SafeWindow window, DateTimeOffset now)
    {
        var moved = callback with { Window = window, AgreedAt = now };
        return callback.State is CallbackState.Reached or CallbackState.Exhausted ? To(moved, new CallbackState.Open()) : new CallbackChange.Changed(moved);
    }

    private static CallbackState Idle(AgreedCallback callback) =>
        HasAttemptsLeft(callback) ? new CallbackState.Open() : new CallbackState.Exhausted();

    internal static bool HasAttemptsLeft(AgreedCallback callback) => callback.AttemptsForWindow.Count(attempt => attempt.Counts) < MostAttempts;

    private static CallbackChange.Changed To(AgreedCallback callback, CallbackState state) => new(callback with { State = state });
}

/// <summary>What an event did.</summary>
public abstract record CallbackChange
{
    private CallbackChange()
    {
    }

    public sealed record Changed(AgreedCallback Callback) : CallbackChange;

    public sealed record Unchanged(NoChange Why) : CallbackChange;

    internal static Unchanged None(NoChange why) => new(why);
}

/// <summary>Why an event changed nothing.</summary>
public enum NoChange
{
    /// <summary>It was cancelled or closed before.</summary>
    Over,

    /// <summary>Another counselor owns it.</summary>
    OwnedByAnother,

    /// <summary>Only its owner may do that, within the lease.</summary>
    NotOwner,

    /// <summary>It is being dialled, or they talk.</summary>
    InCall,

    /// <summary>The news is late, repeated or of no consequence.</summary>
    NothingToDo,
}
