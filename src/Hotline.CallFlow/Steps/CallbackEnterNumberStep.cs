using System.Collections.Immutable;

namespace Hotline.CallFlow.Steps;

/// <summary>Another number, keyed. Only one in Korea can be rung.</summary>
internal sealed class CallbackEnterNumberStep : Step
{
    internal override ImmutableArray<string> Outcomes => ["entered", Script.GivenUp];

    internal override bool TakesNumber => true;

    internal override Reply Speak(CallState state, LineFacts facts) => Ask(state, new Prompt("callback.enterNumber"));

    internal override Move Press(CallerInput.Keyed keyed, CallState state, LineFacts facts) => keyed.Number is { } number
        ? new Move.Take("entered") { State = state with { Callback = state.Callback with { Number = number } } }
        : new Move.Miss("callback.invalidNumber");
}
