namespace Hotline.CallFlow.Steps;

/// <summary>Deletes the message of an earlier callback and leaves the callback as it is (DOMAIN L9).</summary>
internal sealed class ManageDeleteConfirmStep : Step
{
    internal override Reply Speak(CallState state, LineFacts facts) => Ask(state, new Prompt("callback.manage.delete"));

    internal override Move Press(CallerInput.Keyed keyed, CallState state, LineFacts facts) => keyed.Keys switch
    {
        "1" => new Move.Take(keyed.Keys)
        {
            State = state with { ManagedHasMessage = false },
            Events = [new CallEvent.MessageTakenBack(null, state.ManagedReference!)],
            Says = [new Prompt("callback.deleted")],
        },
        "2" => new Move.Take(keyed.Keys) { Says = [new Prompt("callback.manage.kept")] },
        _ => new Move.Miss(),
    };
}
