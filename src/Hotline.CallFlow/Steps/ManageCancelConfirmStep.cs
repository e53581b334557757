namespace Hotline.CallFlow.Steps;

/// <summary>Cancelling destroys the number and the message with the callback; so it is asked once more.</summary>
internal sealed class ManageCancelConfirmStep : Step
{
    internal override Reply Speak(CallState state, LineFacts facts) => Ask(state, new Prompt("callback.manage.cancel"));

    internal override Move Press(CallerInput.Keyed keyed, CallState state, LineFacts facts) => keyed.Keys switch
    {
        "1" => Cancel(state.ManagedReference!, state),
        "2" => new Move.Take(keyed.Keys) { Says = [new Prompt("callback.manage.kept")] },
        _ => new Move.Miss(),
    };

    private static Move.Take Cancel(string reference, CallState state) => new("1")
    {
        State = state with
        {
            ManagedReference = null,
            ManagedHasMessage = false,
            Reference = string.Equals(state.Reference, reference, StringComparison.Ordinal) ? null : state.Reference,
        },
        Events = [new CallEvent.CallbackCancelled(reference)],
        FollowUps = [new FollowUp.WithdrawCase(reference)],
        Says = [new Prompt("callback.cancelled")],
    };
}
