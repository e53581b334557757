namespace Hotline.CallFlow.Steps;

/// <summary>The keyed number read back: a slip of a finger would ring a stranger.</summary>
internal sealed class CallbackConfirmEnteredStep : Step
{
    internal override Reply Speak(CallState state, LineFacts facts) =>
        Ask(state, NumberWords.ReadBack("callback.confirmEntered", state.Callback.Number!, facts));
}
