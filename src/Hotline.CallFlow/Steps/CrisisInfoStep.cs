using System.Collections.Immutable;

namespace Hotline.CallFlow.Steps;

/// <summary>The suicide prevention line: its number is always spoken, 1 connects.</summary>
internal sealed class CrisisInfoStep(params ImmutableArray<string> prompts) : Step
{
    private const string Suicide = "suicide";

    internal override bool UsesAgency => true;

    internal override Reply Speak(CallState state, LineFacts facts) => Ask(state, [.. prompts.Select(key => new Prompt(key))]);

    internal override Move Press(CallerInput.Keyed keyed, CallState state, LineFacts facts) =>
        new Move.Take(keyed.Keys) { State = state with { AgencyKey = Suicide } };
}
