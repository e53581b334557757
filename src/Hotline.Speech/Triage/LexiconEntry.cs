namespace Hotline.Speech;

/// <param name="AtWordStart">Short stems need it: without it "투자 살펴보고" would hit 자살.</param>
/// <param name="Stem">In the form that is matched: NFKC, lower case, no spaces.</param>
public sealed record LexiconEntry(string Category, Severity Severity, bool AtWordStart, string Stem)
{
    private static readonly Dictionary<string, string> SignalOf = new(StringComparer.Ordinal)
    {
        ["selfharm"] = "self-harm",
        ["danger"] = "physical-danger",
        ["distribution"] = "ongoing-distribution",
        ["blackmail"] = "blackmail",
        ["minor"] = "minor",
    };

    /// <summary>The case contract's name for it; null for a tag.</summary>
    public string? Signal => Severity == Severity.None ? null : SignalOf[Category];

    internal static LexiconEntry Parse(string line)
    {
        var fields = line.Split('\t').Select(field => field.Trim()).ToArray();

        if (fields.Length < 4)
        {
            throw new FormatException("four fields separated by tabs are needed: category, severity, mode, stem");
        }

        var severity = SeverityOf(fields[1]);

        if (severity != Severity.None && !SignalOf.ContainsKey(fields[0]))
        {
            throw new FormatException($"category \"{fields[0]}\" cannot raise; use {string.Join(", ", SignalOf.Keys)}, or severity tag");
        }

        return new LexiconEntry(fields[0], severity, StartsWord(fields[2]), StemOf(fields[3]));
    }

    private static Severity SeverityOf(string word) => word switch
    {
        "critical" => Severity.Critical,
        "high" => Severity.High,
        "tag" => Severity.None,
        _ => throw new FormatException($"severity \"{word}\" is unknown; use critical, high or tag"),
    };

    private static bool StartsWord(string mode) => mode switch
    {
        "W" => true,
        "A" => false,
        _ => throw new FormatException($"mode \"{mode}\" is unknown; use W (start of a word) or A (anywhere)"),
    };

    private static string StemOf(string word)
    {
        var stem = SpacelessText.Of(word).Text;

        // One syllable would match nearly every message, and a list that always alarms is a list nobody reads.
        return stem.Length >= 2 ? stem : throw new FormatException($"stem \"{word}\" must have at least two characters");
    }
}
