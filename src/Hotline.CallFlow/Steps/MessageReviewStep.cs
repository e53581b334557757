using System.Collections.Immutable;

namespace Hotline.CallFlow.Steps;

/// <summary>The message is kept already; the caller may hear it, record it again, or take it back (DOMAIN T4).</summary>
internal sealed class MessageReviewStep : Step
{
    internal override bool FollowsAgreement => true;

    internal override Reply Speak(CallState state, LineFacts facts) => Ask(state, new Prompt("callback.review"));

    internal override Move Press(CallerInput.Keyed keyed, CallState state, LineFacts facts) => keyed.Keys switch
    {
        "1" => new Move.Stay { Says = [new Playback(state.RecordingSid!)] },
        "2" => TakeBack(keyed.Keys, state),
        "3" => TakeBack(keyed.Keys, state) with { Says = [new Prompt("callback.deleted")] },
        "4" => new Move.Take(keyed.Keys) { Says = [new Prompt("callback.submitted")] },
        _ => new Move.Miss(),
    };

    internal static ImmutableArray<CallEvent> TakenBack(string sid, CallState state) => [new CallEvent.MessageTakenBack(sid, state.Reference!)];

    private static Move.Take TakeBack(string exit, CallState state) => new(exit)
    {
        State = state with { RecordingSid = null },
        Events = TakenBack(state.RecordingSid!, state),
        FollowUps = [new FollowUp.DiscardMessage(state.RecordingSid!)],
    };
}
