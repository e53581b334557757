using System.Globalization;
using System.Text.Json;

namespace Hotline.CaseBackend;

/// <summary>What came back, read whole within a limit. Its text form shows the status alone, because the telemetry of retries prints it.</summary>
internal sealed record Answer(int? Status, TimeSpan? RetryAfter, ReadOnlyMemory<byte> Body)
{
    /// <summary>A case is a few hundred bytes; anything longer than this is not one.</summary>
    public const int Limit = 64 * 1024;

    public static readonly Answer None = new(null, null, default);

    private bool NeedsCase { get; init; }

    public bool IsSuccess => Status is 200 or 201;

    /// <summary>Success that cannot be read counts as no answer: repeating it with the same key is how its content is learned.</summary>
    public bool IsTransient => Status is null or 408 or 429 or >= 500 || (NeedsCase && IsSuccess && ReadCase() is null);

    public Answer ExpectingCase(bool needsCase) => this with { NeedsCase = needsCase };

    public CaseLookup.Found? ReadCase() => Parse(root =>
        Text(root, "caseId") is { Length: > 0 } id && Text(root, "reference") is { } reference && CaseReference.IsValid(reference)
            ? new CaseLookup.Found(id, reference, WireWords.StateFrom(Text(root, "state")), Time(Text(root, "updatedAt")))
            : null);

    /// <summary>RFC 9457 title only: the detail may repeat what we sent.</summary>
    public string Title() => Parse(root => Text(root, "title")) is { Length: > 0 } title
        ? title[..Math.Min(title.Length, 200)]
        : "The case backend gave no reason.";

    public override string ToString() => Status is { } status ? $"status {status.ToString(CultureInfo.InvariantCulture)}" : "no answer";

    private T? Parse<T>(Func<JsonElement, T?> read) where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(Body);
            return document.RootElement.ValueKind is JsonValueKind.Object ? read(document.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? time : null;
}
