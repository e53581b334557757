using System.Collections.Immutable;
using Hotline.CallFlow.Speech;

namespace Hotline.CallFlow.Steps;

/// <summary>The recording. What was said is kept, whatever happens to the call (ARCHITECTURE §5).</summary>
internal sealed class MessageRecordStep : Step
{
    private static readonly TimeSpan SilenceStop = TimeSpan.FromSeconds(8);

    internal override ImmutableArray<string> Outcomes => ["recorded", "nothing", "again"];

    internal override bool FollowsAgreement => true;

    // From here on the carrier may know of a message that we are never told of.
    internal override Arrival Arrive(CallState state, LineFacts facts) => new(state with { RecordingSid = null })
    {
        Events = [new CallEvent.RecordingOffered()],
        FollowUps = [new FollowUp.SeekMessage()],
    };

    internal override Reply Speak(CallState state, LineFacts facts) => new Reply.RecordMessage(
        [new Prompt("callback.reason.record").With("maxRecord", new Spoken.Length(facts.MaxMessage))],
        facts.MaxMessage,
        SilenceStop * state.Caller.Patience);

    // A recording that never began ends in silence.
    internal override Move Silence(CallState state, LineFacts facts) => Nothing;

    internal override Move Hear(CallerInput input, CallState state, LineFacts facts) => input switch
    {
        CallerInput.Recorded { RecordingSid: { } sid, Length.Ticks: > 0 } recorded => Kept(sid, recorded, state),
        CallerInput.Recorded { EndedBy: GlobalKeys.QuickExit } => new Move.Take(Script.ToExit) { FollowUps = [new FollowUp.SeekMessage()] },
        CallerInput.Recorded { EndedBy: GlobalKeys.Counselor } => new Move.Take(Script.ToCounselor) { FollowUps = [new FollowUp.SeekMessage()] },
        CallerInput.Recorded => Nothing,
        _ => new Move.Stay(),
    };

    private static Move Nothing => new Move.Take("nothing") { FollowUps = [new FollowUp.SeekMessage()] };

    private static Move.Take Kept(string sid, CallerInput.Recorded recorded, CallState state)
    {
        var brokenOff = recorded.BrokenOff || recorded.EndedBy is GlobalKeys.QuickExit or GlobalKeys.Counselor;
        var next = recorded.EndedBy switch
        {
            GlobalKeys.QuickExit => Script.ToExit,
            GlobalKeys.Counselor => Script.ToCounselor,
            GlobalKeys.Repeat => "again",
            _ => "recorded",
        };
        return new Move.Take(next)
        {
            State = state with { RecordingSid = sid },
            Events = [new CallEvent.MessageLeft(sid, recorded.Length, brokenOff), .. next is "again" ? MessageReviewStep.TakenBack(sid, state) : []],
            FollowUps = next is "again" ? [new FollowUp.FetchMessage(sid), new FollowUp.DiscardMessage(sid)] : [new FollowUp.FetchMessage(sid)],
            Says = next is Script.ToCounselor ? [new Prompt("callback.saved.unfinished")] : [],
        };
    }
}
