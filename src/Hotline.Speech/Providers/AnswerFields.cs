using System.Text.Json;

namespace Hotline.Speech;

/// <summary>
/// A JSON object from a server, read leniently where its contract says optional and strictly where it does not: numbers as
/// double and rounded later (whisper.cpp sends 4.332499980926514), null and absent alike.
/// </summary>
internal readonly record struct AnswerFields
{
    private readonly JsonElement element;

    public AnswerFields(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("An object was expected.");
        }

        this.element = element;
    }

    public JsonElement Require(string name) =>
        element.TryGetProperty(name, out var value) ? value : throw new FormatException($"{name} is missing.");

    public JsonElement? Optional(string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value : null;

    public string? Text(string name) => Optional(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw new FormatException($"{name} is not a text."),
    };

    /// <summary>Null when absent, null, not a number in JSON, or not finite.</summary>
    public double? Number(string name) =>
        Optional(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value) && double.IsFinite(value) ? value : null;

    public TimeSpan Milliseconds(string name, string otherName) => Duration(Number(name) ?? Number(otherName) ?? 0);

    public TimeSpan Seconds(string name) => Duration((Number(name) ?? 0) * 1000);

    // A day is far beyond any recording; more is a broken number and must not overflow a TimeSpan.
    private static TimeSpan Duration(double milliseconds) => TimeSpan.FromMilliseconds(Math.Round(Math.Clamp(milliseconds, 0, 86_400_000)));
}

internal static class AnswerItems
{
    public static IEnumerable<AnswerFields> Items(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array
            ? element.EnumerateArray().Select(item => new AnswerFields(item))
            : throw new FormatException("A list was expected.");
}

internal static class SegmentConfidence
{
    /// <summary>Null as soon as one segment's confidence is unknown: what is not known cannot be called the lowest.</summary>
    public static double? Lowest(IReadOnlyList<SttSegment> segments) =>
        segments.Count > 0 && segments.All(segment => segment.Confidence is not null) ? segments.Min(segment => segment.Confidence) : null;
}
