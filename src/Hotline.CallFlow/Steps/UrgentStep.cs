using System.Collections.Immutable;

namespace Hotline.CallFlow.Steps;

/// <summary>Spreading now, or threatened. Who says nothing, or anything else, is put through at once; with nobody to put through to, other ways are named.</summary>
internal sealed class UrgentStep : Step
{
    internal override ImmutableArray<string> Outcomes => ["police", "crisis", "waits", "outside", "callback", Script.GivenUp];

    internal override Reply Speak(CallState state, LineFacts facts) =>
        Ask(state, new Prompt(facts.CanReachCounselor ? "menu.urgent" : "menu.urgent.closed"));

    internal override Move Press(CallerInput.Keyed keyed, CallState state, LineFacts facts) => (facts.CanReachCounselor, keyed.Keys) switch
    {
        (true, "1") or (false, "2") => new Move.Take("police"),
        (true, "2") => new Move.Take("crisis"),
        (true, _) => new Move.Take("waits"),
        (false, "1") => new Move.Take("outside"),
        (false, "3") => new Move.Take("callback"),
        (false, "4") => new Move.Take("crisis"),
        _ => new Move.Miss(),
    };

    internal override Move? Silence(CallState state, LineFacts facts) => facts.CanReachCounselor ? new Move.Take("waits") : null;
}
