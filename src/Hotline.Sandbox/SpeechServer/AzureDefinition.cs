using System.Text.Json;

namespace Hotline.Sandbox.SpeechServer;

/// <summary>The definition part of a fast transcription request, read as the specification reads it.</summary>
internal static class AzureDefinition
{
    private static readonly string[] Known = ["locales", "profanityFilterMode", "channels", "diarization", "phraseList", "enhancedMode"];
    private static readonly string[] Filters = ["None", "Removed", "Tags", "Masked"];

    /// <summary>What is wrong; null when it is right.</summary>
    public static string? Wrong(string text, string version)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind is JsonValueKind.Object ? Wrong(json.RootElement, version) : "it is not an object.";
        }
        catch (JsonException)
        {
            return "it is not JSON.";
        }
    }

    private static string? Wrong(JsonElement root, string version)
    {
        if (root.TryGetProperty("audioUrl", out _))
            return "audioUrl and an audio part exclude each other.";
        if (root.EnumerateObject().Select(property => property.Name).Except(Known, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            return $"{unknown} is not a field.";
        if (root.TryGetProperty("locales", out var locales) && (locales.ValueKind is not JsonValueKind.Array || locales.EnumerateArray().Any(locale => locale.ValueKind is not JsonValueKind.String)))
            return "locales must be an array of strings.";
        if (root.TryGetProperty("profanityFilterMode", out var filter) && !Filters.Contains(filter.ToString(), StringComparer.Ordinal))
            return "profanityFilterMode must be None, Removed, Tags or Masked.";
        return root.TryGetProperty("phraseList", out var phrases) ? WrongPhrases(phrases, version) : null;
    }

    private static string? WrongPhrases(JsonElement list, string version)
    {
        if (version is not "2025-10-15")
            return "phraseList needs api-version 2025-10-15.";
        if (!list.TryGetProperty("phrases", out var phrases) || phrases.ValueKind is not JsonValueKind.Array || phrases.GetArrayLength() > 500)
            return "phraseList.phrases must be an array of at most 500 strings.";
        return list.TryGetProperty("biasingWeight", out var weight) && weight.GetDouble() is < 0 or > 2 ? "phraseList.biasingWeight must be between 0 and 2." : null;
    }
}
