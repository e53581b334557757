using System.Collections.Immutable;

namespace Hotline.CallFlow.Steps;

/// <summary>The main menu, 0 first.</summary>
internal sealed class MainMenuStep : Step
{
    internal override ImmutableArray<string> Outcomes => ["closed"];

    internal override bool OffersLanguages => true;

    internal static ImmutableArray<Utterance> Menu(LineFacts facts) =>
        facts.Surge ? [new Prompt("greeting.surge"), new Prompt("menu.main.short")] : [new Prompt("menu.main")];

    internal override string? PassOn(CallState state, LineFacts facts) => facts.IsOpen ? null : "closed";

    internal override Arrival Arrive(CallState state, LineFacts facts) => new(Fresh.Of(state));

    internal override Reply Speak(CallState state, LineFacts facts) => Ask(state, Menu(facts));
}
