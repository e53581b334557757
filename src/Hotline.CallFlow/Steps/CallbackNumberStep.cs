using System.Collections.Immutable;

namespace Hotline.CallFlow.Steps;

/// <summary>The caller's own number, another one, or none.</summary>
internal sealed class CallbackNumberStep : Step
{
    internal override ImmutableArray<string> Outcomes => ["managing", "unknown"];

    internal override string? PassOn(CallState state, LineFacts facts) =>
        state.Managing ? "managing" : state.Caller is { Kind: CallerKind.Listed, Number: not null } ? null : "unknown";

    internal override Reply Speak(CallState state, LineFacts facts) =>
        Ask(state, NumberWords.ReadBack("callback.confirmNumber", state.Caller.Number!, facts));

    internal override Move Press(CallerInput.Keyed keyed, CallState state, LineFacts facts) => keyed.Keys is "1"
        ? new Move.Take(keyed.Keys) { State = state with { Callback = state.Callback with { Number = state.Caller.Number } } }
        : new Move.Take(keyed.Keys);
}
