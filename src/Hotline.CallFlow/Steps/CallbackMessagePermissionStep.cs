using System.Collections.Immutable;

namespace Hotline.CallFlow.Steps;

/// <summary>
/// What may be left when nobody answers; saying nothing means leave nothing (DOMAIN T7). The answer completes the callback, which is
/// committed with this turn, before its reference is heard.
/// </summary>
internal sealed class CallbackMessagePermissionStep : Step
{
    internal override ImmutableArray<string> Outcomes => ["agreed"];

    internal override Reply Speak(CallState state, LineFacts facts) => Ask(state, new Prompt("callback.message.permission"));

    internal override Move Press(CallerInput.Keyed keyed, CallState state, LineFacts facts) => keyed.Keys switch
    {
        "1" => Agree(MessagePermission.LeaveNothing, state, facts),
        "2" => Agree(MessagePermission.VoiceWithoutName, state, facts),
        "3" => Agree(MessagePermission.TextWithoutName, state, facts),
        _ => new Move.Miss(),
    };

    internal override Move Silence(CallState state, LineFacts facts) => Agree(MessagePermission.LeaveNothing, state, facts);

    private static Move.Take Agree(MessagePermission permission, CallState state, LineFacts facts)
    {
        var draft = state.Callback with { Message = permission };
        if (draft is not { Number: not null, Window: not null })
            throw new InvalidOperationException("A callback was agreed without a number or a time.");
        return new Move.Take("agreed")
        {
            State = state with { Callback = draft, Reference = facts.FreshReference },
            Events = [new CallEvent.CallbackAgreed(draft, facts.FreshReference)],
            FollowUps = [new FollowUp.OpenCase(CaseDue.SafetyNet)],
        };
    }
}
