using System.Text;

namespace Hotline.Speech;

/// <summary>
/// How near a transcript comes to what was said. Keyword recall is the figure that matters for triage; the character error
/// rate is for comparing engines.
/// </summary>
/// <param name="Characters">On NFKC text in lower case without spaces and punctuation.</param>
/// <param name="Jamo">The same on decomposed syllables: 돼 for 되 is a third of an error, not a whole one.</param>
/// <param name="CharactersWithFigures">As the first, after spoken digits became figures on both sides.</param>
/// <param name="Keywords">Stems of the lexicon that raise.</param>
public sealed record TranscriptScore(ErrorRate Characters, ErrorRate Jamo, ErrorRate CharactersWithFigures, KeywordRecall Keywords)
{
    public static readonly TranscriptScore None = new(ErrorRate.None, ErrorRate.None, ErrorRate.None, new KeywordRecall([], []));

    public static TranscriptScore Of(string reference, string hypothesis, UrgencyLexicon lexicon) => new(
        ErrorRate.Between(Letters(reference), Letters(hypothesis)),
        ErrorRate.Between(Decomposed(reference), Decomposed(hypothesis)),
        ErrorRate.Between(Letters(SpokenNumbers.AsFigures(reference)), Letters(SpokenNumbers.AsFigures(hypothesis))),
        KeywordRecall.Of(reference, hypothesis, lexicon));

    public static TranscriptScore Add(TranscriptScore left, TranscriptScore right) => new(
        left.Characters + right.Characters,
        left.Jamo + right.Jamo,
        left.CharactersWithFigures + right.CharactersWithFigures,
        KeywordRecall.Add(left.Keywords, right.Keywords));

    private static string Letters(string text) =>
        string.Concat(SpacelessText.Of(text).Text.EnumerateRunes().Where(Rune.IsLetterOrDigit).Select(rune => rune.ToString()));

    private static string Decomposed(string text) => Letters(text).Normalize(NormalizationForm.FormD);
}

/// <param name="Expected">Raising stems in what was said, each once.</param>
/// <param name="Missed">Those of them that the transcript does not show.</param>
public sealed record KeywordRecall(IReadOnlyList<string> Expected, IReadOnlyList<string> Missed)
{
    /// <summary>Null when nothing was to be found: that is no success.</summary>
    public double? Rate => Expected.Count == 0 ? null : 1 - ((double)Missed.Count / Expected.Count);

    public static KeywordRecall Of(string reference, string hypothesis, UrgencyLexicon lexicon)
    {
        var expected = Stems(reference, lexicon);

        return new KeywordRecall(expected, [.. expected.Except(Stems(hypothesis, lexicon), StringComparer.Ordinal)]);
    }

    public static KeywordRecall Add(KeywordRecall left, KeywordRecall right) => new([.. left.Expected, .. right.Expected], [.. left.Missed, .. right.Missed]);

    private static List<string> Stems(string text, UrgencyLexicon lexicon) =>
        [.. new UrgencyTriage(lexicon).Assess(text, doubtful: false).Hits.Where(hit => hit.Severity != Severity.None).Select(hit => hit.Stem).Distinct(StringComparer.Ordinal)];
}
