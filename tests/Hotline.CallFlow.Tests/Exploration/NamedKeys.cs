using System.Text.RegularExpressions;

namespace Hotline.CallFlow.Tests.Exploration;

/// <summary>The prompt tables as they are shipped, and the keys that their Korean names: "1번".</summary>
internal static partial class NamedKeys
{
    public static readonly IReadOnlyDictionary<string, string> Korean = Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "prompts"), "*.tsv")
        .SelectMany(File.ReadAllLines)
        .Select(line => line.Split('\t'))
        .Where(cells => cells.Length == 3 && !string.Equals(cells[0], "key", StringComparison.Ordinal))
        .ToDictionary(cells => cells[0], cells => cells[1], StringComparer.Ordinal);

    private static readonly Dictionary<string, char[]> Keys = Korean.ToDictionary(
        row => row.Key,
        row => KeyNamed().Matches(row.Value).Select(match => match.Groups["key"].Value[0]).ToArray(),
        StringComparer.Ordinal);

    public static IEnumerable<char> Of(string prompt) => Keys.GetValueOrDefault(prompt, []);

    [GeneratedRegex("(?<![0-9])(?<key>[0-9])번", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyNamed();
}
