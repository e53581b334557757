using System.Collections.Immutable;

namespace Hotline.CallFlow.Steps;

/// <summary>When it is safe to call. Only times in which somebody can call are taken.</summary>
internal sealed class CallbackWindowStep : Step
{
    internal override ImmutableArray<string> Outcomes => ["chosen", "5"];

    internal override Arrival Arrive(CallState state, LineFacts facts) => new(state with { PickedDay = null });

    internal override Reply Speak(CallState state, LineFacts facts) => Ask(state, new Prompt("callback.window"));

    internal override Move Press(CallerInput.Keyed keyed, CallState state, LineFacts facts) => keyed.Keys switch
    {
        "1" => Choose(SafeWindows.AsSoonAsPossible(facts), state),
        "2" => Choose(SafeWindows.Next(DayPart.Morning, facts), state),
        "3" => Choose(SafeWindows.Next(DayPart.Afternoon, facts), state),
        "4" => Choose(SafeWindows.Next(DayPart.Evening, facts), state),
        _ => new Move.Take(keyed.Keys),
    };

    internal static Move Choose(SafeWindow? window, CallState state) => window is null
        ? new Move.Stay { Says = [new Prompt("callback.window.none")] }
        : new Move.Take("chosen") { State = state with { Callback = state.Callback with { Window = window } } };
}
