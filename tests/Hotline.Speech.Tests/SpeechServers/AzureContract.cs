using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hotline.Speech.Tests;

/// <summary>
/// Azure fast transcription 2025-10-15 as its OpenAPI description and documentation state it; a request that departs from it in
/// any way is refused as the service would.
/// </summary>
internal static partial class AzureContract
{
    public const string Path = "/speechtotext/transcriptions:transcribe";

    private static readonly string[] FilterModes = ["None", "Removed", "Tags", "Masked"];

    /// <summary>Null when the request is right.</summary>
    public static Reply? Check(SpeechCall call)
    {
        if (!call.Headers.TryGetValue("Ocp-Apim-Subscription-Key", out var key) || key != SpeechServer.Key)
        {
            return Refusal(401, "Unauthorized", "The subscription key is missing or wrong.");
        }

        if (call.Method != "POST" || call.Query != "?api-version=2025-10-15")
        {
            return Refusal(400, "InvalidRequest", "POST with api-version=2025-10-15 is expected.");
        }

        if (call.Part("audio") is not { } audio || audio.FileName is null)
        {
            return Refusal(422, "UnprocessableEntity", "The audio part is missing or has no file name.");
        }

        if (audio.Bytes.Length < 12)
        {
            return Refusal(415, "UnsupportedMediaType", "The audio cannot be decoded.");
        }

        return call.Part("definition") is { ContentType: "application/json" } definition
            ? Faults(definition.Bytes).Select(fault => Refusal(400, "InvalidArgument", fault)).FirstOrDefault()
            : Refusal(422, "UnprocessableEntity", "The definition part is missing or is not JSON.");
    }

    public static Reply Transcript(string words, double confidence = 0.91) => Reply.Json(200, string.Create(CultureInfo.InvariantCulture, $$"""
        {"durationMilliseconds":4332,"combinedPhrases":[{"text":{{JsonSerializer.Serialize(words)}}}],
         "phrases":[{"offsetMilliseconds":40,"durationMilliseconds":2000,"text":{{JsonSerializer.Serialize(words)}},"locale":"ko-KR","confidence":{{confidence}},
           "words":[{"text":"상담을","offsetMilliseconds":40,"durationMilliseconds":400}]}]}
        """), ("apim-request-id", "7c2a1e0e-0000-4000-8000-000000000001"));

    public static Reply Refusal(int status, string code, string message, params (string Name, string Value)[] headers) =>
        Reply.Json(status, JsonSerializer.Serialize(new { code, message }), headers);

    private static IEnumerable<string> Faults(byte[] json)
    {
        JsonDocument document;

        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            return ["definition is not JSON"];
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return ["definition is not an object"];
            }

            return [.. Properties(document.RootElement).SelectMany(property => property.Name switch
            {
                "locales" => Locales(property.Value),
                "profanityFilterMode" => FilterMode(property.Value),
                "phraseList" => property.Value.ValueKind == JsonValueKind.Object ? PhraseList(property.Value) : ["phraseList must be an object"],
                "channels" => property.Value.ValueKind == JsonValueKind.Array ? [] : ["channels must be a list"],
                "diarization" => property.Value.ValueKind == JsonValueKind.Object ? Diarization(property.Value) : ["diarization must be an object"],
                "audioUrl" => ["audioUrl and an audio part exclude each other"],
                _ => [$"{property.Name} is unknown"],
            })];
        }
    }

    private static IEnumerable<JsonProperty> Properties(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : [];

    private static IEnumerable<string> Locales(JsonElement locales) =>
        locales.ValueKind == JsonValueKind.Array && locales.GetArrayLength() > 0 && locales.EnumerateArray().All(locale => IsText(locale) && Locale().IsMatch(locale.GetString()!))
            ? [] : ["locales must be a list of tags such as ko-KR"];

    private static IEnumerable<string> FilterMode(JsonElement mode) =>
        IsText(mode) && FilterModes.Contains(mode.GetString(), StringComparer.Ordinal) ? [] : ["profanityFilterMode must be None, Removed, Tags or Masked"];

    private static IEnumerable<string> PhraseList(JsonElement list) => Properties(list).SelectMany<JsonProperty, string>(property => property.Name switch
    {
        "phrases" => property.Value.ValueKind == JsonValueKind.Array && property.Value.GetArrayLength() is > 0 and <= 500 && property.Value.EnumerateArray().All(IsText)
            ? [] : ["phraseList.phrases must be 1 to 500 texts"],
        "biasingWeight" => property.Value.TryGetDouble(out var weight) && weight is >= 0 and <= 2 ? [] : ["phraseList.biasingWeight must be 0 to 2"],
        _ => [$"phraseList.{property.Name} is unknown"],
    });

    private static IEnumerable<string> Diarization(JsonElement diarization) => Properties(diarization).SelectMany<JsonProperty, string>(property => property.Name switch
    {
        "enabled" => property.Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? [] : ["diarization.enabled must be true or false"],
        "maxSpeakers" => property.Value.TryGetInt32(out var speakers) && speakers is >= 2 and <= 35 ? [] : ["diarization.maxSpeakers must be 2 to 35"],
        _ => [$"diarization.{property.Name} is unknown"],
    });

    private static bool IsText(JsonElement element) => element.ValueKind == JsonValueKind.String && element.GetString()!.Length > 0;

    [GeneratedRegex("^[a-z]{2,3}-[A-Z]{2}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Locale();
}
