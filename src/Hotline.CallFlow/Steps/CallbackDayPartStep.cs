using System.Collections.Immutable;

namespace Hotline.CallFlow.Steps;

/// <summary>The part of the chosen day.</summary>
internal sealed class CallbackDayPartStep : Step
{
    internal override ImmutableArray<string> Outcomes => ["chosen"];

    internal override Reply Speak(CallState state, LineFacts facts) => Ask(state, new Prompt("callback.daypart"));

    internal override Move Press(CallerInput.Keyed keyed, CallState state, LineFacts facts) => keyed.Keys switch
    {
        "1" => Choose(DayPart.Morning, state, facts),
        "2" => Choose(DayPart.Afternoon, state, facts),
        "3" => Choose(DayPart.Evening, state, facts),
        _ => new Move.Miss(),
    };

    private static Move Choose(DayPart part, CallState state, LineFacts facts) =>
        CallbackWindowStep.Choose(state.PickedDay is { } day ? SafeWindows.On(day, part, facts) : null, state);
}
