using System.Collections.Immutable;

namespace Hotline.CallFlow.Steps;

/// <summary>No number that we could ring: the caller may key one, or talk to us without giving any (DOMAIN T5).</summary>
internal sealed class CallbackNoCallerIdStep : Step
{
    internal override ImmutableArray<string> Outcomes => ["waits", "outside"];

    internal override bool Owns(char key) => key == GlobalKeys.Counselor;

    internal override Reply Speak(CallState state, LineFacts facts) => Ask(state, new Prompt(Key(state, facts)));

    internal override Move Press(CallerInput.Keyed keyed, CallState state, LineFacts facts) =>
        new Move.Take(keyed.Keys is not "0" ? keyed.Keys : facts.CanReachCounselor ? "waits" : "outside");

    private static string Key(CallState state, LineFacts facts) =>
        (state.Caller.Kind == CallerKind.Withheld ? "callback.noCallerId" : "callback.otherNumber") + (facts.CanReachCounselor ? "" : ".closed");
}
