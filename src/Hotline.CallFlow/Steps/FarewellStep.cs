namespace Hotline.CallFlow.Steps;

/// <summary>The end of a call that came to something.</summary>
internal sealed class FarewellStep : Step
{
    internal override Arrival Arrive(CallState state, LineFacts facts) => new(state with { Over = true });

    internal override Reply Speak(CallState state, LineFacts facts) => new Reply.Goodbye([new Prompt("goodbye"), new Prompt("goodbye.safety")]);
}
