using System.Collections.Immutable;

namespace Hotline.CallFlow.Steps;

/// <summary>A plain menu: it speaks, and each key that its row has leads where the row says.</summary>
internal sealed class MenuStep(params ImmutableArray<string> prompts) : Step
{
    internal override Reply Speak(CallState state, LineFacts facts) => Ask(state, [.. prompts.Select(key => new Prompt(key))]);
}
