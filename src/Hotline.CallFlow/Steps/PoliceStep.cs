using System.Collections.Immutable;

namespace Hotline.CallFlow.Steps;

/// <summary>How to reach 112, which the caller dials alone. Then on to a counselor without another key.</summary>
internal sealed class PoliceStep : Step
{
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(2);

    internal override ImmutableArray<string> Outcomes => ["waits"];

    internal override Reply Speak(CallState state, LineFacts facts) =>
        new Reply.Ask([new Prompt("emergency.advice")], Listen.OneKey, Breath * state.Caller.Patience);

    internal override Move Press(CallerInput.Keyed keyed, CallState state, LineFacts facts) => new Move.Take("waits");

    internal override Move Silence(CallState state, LineFacts facts) => new Move.Take("waits");
}
