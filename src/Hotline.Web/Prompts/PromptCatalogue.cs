using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Hotline.CallFlow;
using Hotline.CallFlow.Speech;

namespace Hotline.Web.Prompts;

/// <summary>All that a caller or a counselor hears, in each language, read once at the start from prompts/&lt;area&gt;.tsv.</summary>
public sealed partial class PromptCatalogue
{
    private readonly FrozenDictionary<string, PromptRow> rows;
    private readonly FrozenDictionary<(string Key, Language Language), PromptRecording> recordings;

    private PromptCatalogue(IEnumerable<PromptRow> rows, IReadOnlyDictionary<(string Key, Language Language), PromptRecording> recordings)
    {
        this.rows = rows.ToFrozenDictionary(row => row.Key, StringComparer.Ordinal);
        this.recordings = recordings.ToFrozenDictionary();
    }

    public IReadOnlyCollection<string> Keys => rows.Keys;

    /// <summary>Reads every table of a directory and checks that each key that the service will speak is there.</summary>
    /// <exception cref="PromptFaultsException">With every fault: a missing cell, a key that stands twice, placeholders that differ between the languages, a required key that is missing.</exception>
    public static PromptCatalogue Load(string directory, IEnumerable<string> requiredKeys) =>
        Load(directory, requiredKeys.Distinct(StringComparer.Ordinal).ToFrozenDictionary(key => key, _ => (FrozenSet<string>?)null, StringComparer.Ordinal));

    /// <summary>As above; a placeholder that nobody fills is a fault as well.</summary>
    /// <param name="spoken">The keys that the service will speak, each with the placeholders that it fills; null: any.</param>
    /// <exception cref="PromptFaultsException">With every fault.</exception>
    public static PromptCatalogue Load(string directory, IReadOnlyDictionary<string, FrozenSet<string>?> spoken)
    {
        var faults = new List<string>();
        var files = Directory.Exists(directory) ? Directory.GetFiles(directory, "*.tsv") : [];
        if (files.Length == 0)
            throw new PromptFaultsException([$"There is no .tsv file in the prompt directory {directory}."]);

        var read = files.Order(StringComparer.Ordinal)
            .SelectMany(file => PromptTable.Read(Path.GetFileName(file), File.ReadAllText(file), faults))
            .ToList();
        var byKey = read.ToLookup(row => row.Key, StringComparer.Ordinal);
        faults.AddRange(byKey.Where(same => same.Skip(1).Any()).Select(same => $"The key {same.Key} stands {same.Count()} times."));
        faults.AddRange(spoken.Keys.Where(key => !byKey.Contains(key)).Order(StringComparer.Ordinal).Select(key => $"The prompt {key} is missing."));
        faults.AddRange(read
            .SelectMany(row => PromptPlaceholders.Of(row.Ko).Where(name => spoken.GetValueOrDefault(row.Key) is { } filled && !filled.Contains(name)).Select(name =>
                $"The prompt {row.Key} has the placeholder {{{name}}}, which nobody fills there.")));
        var found = PromptRecording.Find(directory, key => byKey[key].FirstOrDefault() is { } row ? PromptPlaceholders.Of(row.Ko) : null, faults);
        return faults.Count > 0 ? throw new PromptFaultsException(faults) : new(read, found);
    }

    /// <summary>The prompt ready for a voice: placeholders filled, and nothing left that a voice would have to guess.</summary>
    /// <exception cref="KeyNotFoundException">No such prompt.</exception>
    /// <exception cref="InvalidOperationException">A placeholder has no value.</exception>
    public string Text(string key, Language language, IReadOnlyDictionary<string, Spoken> values)
    {
        var row = Row(key);
        return language switch
        {
            Language.Korean => Pronunciation.Korean(PromptPlaceholders.Fill(key, row.Ko, language, values)),
            Language.English => Pronunciation.English(PromptPlaceholders.Fill(key, row.En, language, values)),
            _ => throw new ArgumentOutOfRangeException(nameof(language)),
        };
    }

    /// <summary>Names the wording, in both languages, that a caller agreed to. Consent records keep it; it changes with any letter.</summary>
    public string Version(string key)
    {
        var row = Row(key);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{row.Ko}\n{row.En}")))[..12];
    }

    /// <returns>Null when nobody recorded the prompt in that language: a voice says its text.</returns>
    public PromptRecording? Recording(string key, Language language) => recordings.GetValueOrDefault((key, language));

    /// <summary>The telephone keys that the Korean text names ("1번"), so that what is said can be held against what is done.</summary>
    public IEnumerable<char> KeysNamedIn(string key) => KeyNamed().Matches(Row(key).Ko).Select(match => match.Groups["key"].Value[0]);

    private PromptRow Row(string key) =>
        rows.TryGetValue(key, out var row) ? row : throw new KeyNotFoundException($"There is no prompt {key}.");

    [GeneratedRegex("(?<![0-9])(?<key>[0-9])번", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyNamed();
}
