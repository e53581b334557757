using System.Collections.Immutable;

namespace Hotline.CallFlow.Steps;

/// <summary>Something of ours is broken, and the caller is not left alone with it.</summary>
internal sealed class TechnicalTroubleStep : Step
{
    internal override ImmutableArray<string> Outcomes => [Script.GivenUp];

    internal static Reply Scene(CallState state) => new TechnicalTroubleStep().Ask(state, new Prompt("error.technical"));

    internal override Reply Speak(CallState state, LineFacts facts) => Scene(state);
}
