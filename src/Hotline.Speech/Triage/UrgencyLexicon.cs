using System.Security.Cryptography;
using System.Text;

namespace Hotline.Speech;

/// <summary>
/// The words that raise a request, as counselors reviewed them: tab-separated category, severity (critical, high, tag), mode
/// (W: only at the start of a word, A: anywhere), stem, note; <c>#</c> starts a comment line.
/// </summary>
public sealed class UrgencyLexicon
{
    private UrgencyLexicon(IReadOnlyList<LexiconEntry> entries, string version)
    {
        Entries = entries;
        Version = version;
    }

    public IReadOnlyList<LexiconEntry> Entries { get; }

    /// <summary>The first 16 hexadecimal digits of the SHA-256 of the file: two lists with one version are the same list.</summary>
    public string Version { get; }

    /// <summary>The list that ships with the service.</summary>
    public static UrgencyLexicon Shipped() => Parse(ShippedFiles.Bytes("urgency-lexicon.tsv"), "the shipped lexicon");

    /// <param name="path">A file in the format above; empty means the shipped list.</param>
    /// <exception cref="InvalidDataException">The file cannot be read as a lexicon; the message names every faulty line.</exception>
    public static UrgencyLexicon Load(string? path) =>
        string.IsNullOrWhiteSpace(path) ? Shipped() : Parse(File.ReadAllBytes(path), path);

    public static UrgencyLexicon Parse(ReadOnlySpan<byte> file, string name)
    {
        var faults = new List<string>();
        var entries = Read(Encoding.UTF8.GetString(file), faults);

        if (entries.Count == 0 && faults.Count == 0)
        {
            faults.Add("it has no entries");
        }

        return faults.Count == 0
            ? new UrgencyLexicon(entries, Convert.ToHexStringLower(SHA256.HashData(file))[..16])
            : throw new InvalidDataException($"The lexicon {name} cannot be used: {string.Join("; ", faults)}.");
    }

    internal static IEnumerable<string> FaultsOf(string path)
    {
        try
        {
            Load(path);
            return [];
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return [$"Transcription:LexiconPath: {fault.Message}"];
        }
    }

    private static List<LexiconEntry> Read(string text, List<string> faults)
    {
        var entries = new List<LexiconEntry>();
        var number = 0;

        foreach (var line in text.TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd('\r')))
        {
            number++;

            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#'))
            {
                continue;
            }

            try
            {
                entries.Add(LexiconEntry.Parse(line));
            }
            catch (FormatException fault)
            {
                faults.Add($"line {number}: {fault.Message}");
            }
        }

        return entries;
    }
}
