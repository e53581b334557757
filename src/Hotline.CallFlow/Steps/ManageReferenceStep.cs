using System.Collections.Immutable;

namespace Hotline.CallFlow.Steps;

/// <summary>A callback is found by its reference alone: the telephone that calls says nothing about who holds it (DOMAIN T11).</summary>
internal sealed class ManageReferenceStep : Step
{
    private const int ReferenceLength = 8;

    /// <summary>In one call. More would be guessing, and a guess that hits can move or cancel somebody's callback.</summary>
    private const int MostLookUps = 3;

    internal override ImmutableArray<string> Outcomes => ["found", Script.GivenUp];

    internal override bool TakesNumber => true;

    internal override Arrival Arrive(CallState state, LineFacts facts) => new(Fresh.Of(state));

    internal override Reply Speak(CallState state, LineFacts facts) => Ask(state, new Prompt("callback.manage"));

    internal override Move Press(CallerInput.Keyed keyed, CallState state, LineFacts facts) =>
        state.LookUps < MostLookUps && keyed.Typed is { Length: ReferenceLength } typed && typed.All(char.IsAsciiDigit)
            ? new Move.LookUp(new Question.FindCallback(typed)) { State = state with { LookUps = state.LookUps + 1 } }
            : NotFound(state);

    internal override Move Hear(CallerInput input, CallState state, LineFacts facts) => input switch
    {
        CallerInput.Answered { Answer: Answer.CallbackFound found } => new Move.Take("found")
        {
            State = state with { ManagedReference = found.Reference, ManagedHasMessage = found.HasMessage },
        },
        CallerInput.Answered => NotFound(state) with { Events = [new CallEvent.ReferenceNotFound()] },
        _ => new Move.Stay(),
    };

    /// <summary>The same for what is unknown, closed, too short, or not looked up any more: guessing teaches nothing.</summary>
    private static Move.Miss NotFound(CallState state) => new("callback.manage.notfound") { IsFinal = state.LookUps >= MostLookUps };
}
