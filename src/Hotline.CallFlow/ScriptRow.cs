using System.Collections.Immutable;

namespace Hotline.CallFlow;

/// <summary>A step's row: how people call it, how deep it lies, where '#' leads, and where each of its exits leads.</summary>
/// <param name="Title">In Korean, for the drawing.</param>
/// <param name="Level">How many menus lie between the opening and here, this one included (DOMAIN T1: at most three).</param>
/// <param name="Back">Where '#' leads; null where there is nothing to go back to, so that '#' repeats.</param>
public sealed record ScriptRow(StepName Name, string Title, int Level, Step Step, StepName? Back, ImmutableArray<Exit> Exits)
{
    public Exit? Find(string on) => Exits.FirstOrDefault(exit => string.Equals(exit.On, on, StringComparison.Ordinal));
}

/// <summary>A way out of a step, and what is known of a caller who takes it.</summary>
/// <param name="On">A key, or a step's word for what happened.</param>
public sealed record Exit(string On, StepName To)
{
    public Service? Service { get; init; }

    public string? Agency { get; init; }

    public Urgency? Raises { get; init; }

    /// <summary>The signal that goes with <see cref="Raises"/>, in the case backend's words.</summary>
    public string? Signal { get; init; }
}
