namespace Hotline.Speech;

/// <summary>
/// Reads urgency from a transcript. It can only raise: negation ("자살 생각은 아니고") still counts, a text without hits lowers
/// nothing, and a doubtful or missing text asks for a person's ear.
/// </summary>
public sealed class UrgencyTriage(UrgencyLexicon lexicon)
{
    /// <param name="text">The words of a transcript; empty when there are none.</param>
    /// <param name="doubtful">The transcript has doubts, or there is none: at least <see cref="Severity.Review"/>.</param>
    public Assessment Assess(string text, bool doubtful)
    {
        var hits = Hits(SpacelessText.Of(text)).OrderBy(hit => hit.Position.Start).ThenBy(hit => hit.Position.Length).ToList();
        var floor = doubtful || string.IsNullOrWhiteSpace(text) ? Severity.Review : Severity.None;

        return new Assessment(
            hits.Aggregate(floor, (severity, hit) => severity.RaiseTo(hit.Entry.Severity)),
            [.. hits.Select(hit => new LexiconHit(hit.Entry.Category, hit.Entry.Severity, hit.Entry.Stem, hit.Position.Start, hit.Position.Length))],
            [.. hits.Select(hit => hit.Entry.Signal).OfType<string>().Distinct(StringComparer.Ordinal)],
            lexicon.Version);
    }

    private IEnumerable<(LexiconEntry Entry, (int Start, int Length) Position)> Hits(SpacelessText text)
    {
        foreach (var entry in lexicon.Entries)
        {
            for (var index = IndexOf(text.Text, entry.Stem, 0); index >= 0; index = IndexOf(text.Text, entry.Stem, index + 1))
            {
                if (!entry.AtWordStart || text.StartsWord(index))
                {
                    yield return (entry, text.Original(index, entry.Stem.Length));
                }
            }
        }
    }

    private static int IndexOf(string text, string stem, int from) => text.IndexOf(stem, from, StringComparison.Ordinal);
}
