namespace Hotline.CallFlow.Steps;

/// <summary>Key 8: words that give nothing away, then silence (DOMAIN T6). A callback that was not registered leaves nothing.</summary>
internal sealed class QuickExitStep : Step
{
    internal override Arrival Arrive(CallState state, LineFacts facts) => new(state with
    {
        Over = true,
        Callback = state.Reference is null ? CallbackDraft.Empty : state.Callback,
    })
    {
        Events = [new CallEvent.QuickExit()],
    };

    internal override Reply Speak(CallState state, LineFacts facts) => new Reply.Goodbye([new Prompt("exit.cover")]);
}
