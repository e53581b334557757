using System.Collections.Immutable;
using System.Globalization;

namespace Hotline.CallFlow.Steps;

/// <summary>What an agency does, and the offer to be connected where that is possible now. The first agency is key 1, the second key 2.</summary>
internal sealed class AgencyInfoStep(string prompt, params ImmutableArray<string> agencies) : Step
{
    internal override bool UsesAgency => true;

    internal override Reply Speak(CallState state, LineFacts facts) =>
        Ask(state, [Information(facts), .. agencies.SelectMany((_, place) => Offer(place, facts))]);

    internal override Move Press(CallerInput.Keyed keyed, CallState state, LineFacts facts) =>
        int.TryParse(keyed.Keys, NumberStyles.None, CultureInfo.InvariantCulture, out var key) && Known(key - 1, facts) is { } agency && agency.CanTransferAt(facts.Now)
            ? new Move.Take(keyed.Keys) { State = state with { AgencyKey = agency.Key } }
            : new Move.Miss();

    private Prompt Information(LineFacts facts) =>
        Known(0, facts) is { } agency ? AgencyWords.With(new Prompt(prompt), agency) : new Prompt(prompt);

    private ImmutableArray<Utterance> Offer(int place, LineFacts facts) => Known(place, facts) switch
    {
        null => [],
        { DialString: null } agency => [AgencyWords.With(new Prompt("transfer.point"), agency)],
        var agency when !agency.CanTransferAt(facts.Now) => [AgencyWords.With(new Prompt("transfer.closed"), agency)],
        var agency when agencies.Length == 1 => [AgencyWords.With(new Prompt("transfer.offer"), agency)],
        var agency => [AgencyWords.With(new Prompt(place == 0 ? "transfer.offer.first" : "transfer.offer.second"), agency)],
    };

    private Agency? Known(int place, LineFacts facts) =>
        place >= 0 && place < agencies.Length ? facts.Agencies.GetValueOrDefault(agencies[place]) : null;
}
