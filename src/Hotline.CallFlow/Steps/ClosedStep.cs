using System.Collections.Immutable;
using Hotline.CallFlow.Hours;
using Hotline.CallFlow.Speech;

namespace Hotline.CallFlow.Steps;

/// <summary>Outside the hours: 1366 now, or a callback. Never a dead end (DOMAIN finding 10).</summary>
internal sealed class ClosedStep : Step
{
    internal override ImmutableArray<string> Outcomes => ["open", Script.GivenUp];

    internal override bool OffersLanguages => true;

    internal override string? PassOn(CallState state, LineFacts facts) => facts.IsOpen ? "open" : null;

    internal override Arrival Arrive(CallState state, LineFacts facts) => new(Fresh.Of(state) with { Greeted = state.Greeted });

    internal override Reply Speak(CallState state, LineFacts facts) => Ask(
        state,
        state.Greeted
            ? [new Prompt("closed.choices"), new Prompt("closed.manage")]
            : [new Prompt(facts.DiscreetGreeting ? "greeting.closed.discreet" : "greeting.closed"), .. Reason(facts), new Prompt("closed.manage"), .. LanguageOffer.For(state.Language)]);

    // After the help: whoever hears first that nobody is there may hang up before hearing who is.
    private static ImmutableArray<Utterance> Reason(LineFacts facts) => facts.Hours.At(facts.Now) switch
    {
        { Reason: HoursReason.EmergencyClosure } => [new Prompt("greeting.emergencyClosed")],
        { HolidayName: { } name, NextOpen: { } opens } => [new Prompt("greeting.holiday").With("holidayName", name).With("nextOpen", new Spoken.Moment(opens, facts.Now))],
        { HolidayName: { } name } => [new Prompt("greeting.holiday.unknown").With("holidayName", name)],
        { NextOpen: { } opens } => [new Prompt("greeting.nextOpen").With("nextOpen", new Spoken.Moment(opens, facts.Now))],
        _ => [],
    };
}
