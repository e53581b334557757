using System.Text.RegularExpressions;
using Hotline.CallFlow;
using Hotline.CallFlow.Speech;

namespace Hotline.Web.Prompts;

/// <summary>The {names} in a prompt.</summary>
internal static partial class PromptPlaceholders
{
    public static IReadOnlySet<string> Of(string text) =>
        Placeholder().Matches(text).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>A brace that belongs to no placeholder would be read aloud.</summary>
    public static bool HasStrayBrace(string text) => Placeholder().Replace(text, "").AsSpan().ContainsAny('{', '}');

    /// <exception cref="InvalidOperationException">When a value is missing; it names the placeholder, and repeats no value.</exception>
    public static string Fill(string key, string text, Language language, IReadOnlyDictionary<string, Spoken> values) =>
        Placeholder().Replace(text, match => values.TryGetValue(match.Groups["name"].Value, out var value)
            ? value.In(language)
            : throw new InvalidOperationException($"Prompt {key} needs a value for {match.Value}."));

    [GeneratedRegex(@"\{(?<name>[a-zA-Z]+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
