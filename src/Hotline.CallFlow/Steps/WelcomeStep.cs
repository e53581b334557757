using System.Collections.Immutable;

namespace Hotline.CallFlow.Steps;

/// <summary>The opening: who we are, that 112 comes first in danger, that 0 is a person, what is kept, and the menu, all in one listening.</summary>
internal sealed class WelcomeStep : Step
{
    internal override ImmutableArray<string> Outcomes => ["closed"];

    internal override bool OffersLanguages => true;

    internal override string? PassOn(CallState state, LineFacts facts) => facts.IsOpen ? null : "closed";

    // The greeting is spoken once: whoever wants to hear it again, was silent or pressed a wrong key needs the menu.
    internal override Reply Speak(CallState state, LineFacts facts) => state.Greeted
        ? Ask(state, MainMenuStep.Menu(facts))
        : Ask(state, [new Prompt(Greeting(state, facts)), .. LanguageOffer.For(state.Language), new Prompt("privacy.notice"), .. MainMenuStep.Menu(facts)]);

    private static string Greeting(CallState state, LineFacts facts) =>
        facts.DiscreetGreeting ? "greeting.open.discreet"
        : state.Caller.Kind == CallerKind.Relay ? "greeting.open.relay"
        : "greeting.open";
}
