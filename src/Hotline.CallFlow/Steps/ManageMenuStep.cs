namespace Hotline.CallFlow.Steps;

/// <summary>What can be done about an earlier callback. Nothing that is stored is read out.</summary>
internal sealed class ManageMenuStep : Step
{
    internal override Reply Speak(CallState state, LineFacts facts) =>
        Ask(state, new Prompt(state.ManagedHasMessage ? "callback.manage.found" : "callback.manage.found.noMessage"));

    internal override Move Press(CallerInput.Keyed keyed, CallState state, LineFacts facts) =>
        keyed.Keys is "3" && !state.ManagedHasMessage ? new Move.Miss() : new Move.Take(keyed.Keys);
}
