using System.Collections.Immutable;

namespace Hotline.CallFlow.Steps;

/// <summary>Nobody can take the call for now: 1366, a callback, or waiting on where somebody is on duty.</summary>
internal sealed class NobodyFreeStep : Step
{
    /// <summary>A caller who says nothing is put back into the line once; after a second long wait silence leads to 1366.</summary>
    private const int SilentReturns = 1;

    internal override ImmutableArray<string> Outcomes => ["closed", "waits", Script.GivenUp];

    internal override string? PassOn(CallState state, LineFacts facts) => facts.IsOpen ? null : "closed";

    internal override Arrival Arrive(CallState state, LineFacts facts) => new(Fresh.Of(state));

    internal override Reply Speak(CallState state, LineFacts facts) =>
        Ask(state, new Prompt(CanWaitOn(state, facts) ? "queue.limit" : "queue.full"));

    internal override Move Press(CallerInput.Keyed keyed, CallState state, LineFacts facts) => keyed.Keys switch
    {
        "3" => CanWaitOn(state, facts) ? new Move.Take("waits") : new Move.Miss(),
        _ => new Move.Take(keyed.Keys),
    };

    internal override Move? Silence(CallState state, LineFacts facts) =>
        CanWaitOn(state, facts) && state.LongWaits <= SilentReturns ? new Move.Take("waits") : null;

    private static bool CanWaitOn(CallState state, LineFacts facts) => facts.CounselorsOnDuty && state.LongWaits > 0;
}
