using System.Net;
using System.Text.Json;

namespace Hotline.Speech;

/// <summary>
/// Reads an error answer. Servers differ: Azure sends <c>{code,message,innerError}</c>, its gateway <c>{error:{code}}</c>,
/// OpenAI-like servers <c>{error}</c> as text or object, FastAPI <c>{detail}</c>, whisper.cpp plain text. Only the code is kept.
/// </summary>
internal static class SpeechRefusal
{
    public static SttException Of(string provider, HttpResponseMessage response, ReadOnlyMemory<byte> body, TimeProvider clock)
    {
        var (code, isValidation) = Read(body);
        var kind = KindOf(response.StatusCode, isValidation);

        return new SttException(kind, $"{provider} answered {(int)response.StatusCode}{(code is null ? "" : $" ({code})")}: {kind}.")
        {
            Status = response.StatusCode,
            Code = code,
            RetryAfter = RetryAfter.Of(response, clock),
        };
    }

    public static string? RequestId(HttpResponseMessage response) =>
        response.Headers.TryGetValues("apim-request-id", out var ids) ? Plain(ids.First()) : null;

    private static SttErrorKind KindOf(HttpStatusCode status, bool isValidation) => (int)status switch
    {
        401 or 403 => SttErrorKind.Auth,
        408 => SttErrorKind.Transient,
        413 => SttErrorKind.TooLarge,
        // FastAPI answers 422 with a list of details to a malformed form: then the form is at fault, not the audio.
        422 when isValidation => SttErrorKind.BadRequest,
        415 or 422 => SttErrorKind.UnsupportedAudio,
        429 => SttErrorKind.Throttled,
        >= 500 => SttErrorKind.Transient,
        >= 400 => SttErrorKind.BadRequest,
        _ => SttErrorKind.Protocol,
    };

    private static (string? Code, bool IsValidation) Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            var error = Property(root, "error") is { ValueKind: JsonValueKind.Object } nested ? nested : root;
            var inner = Property(error, "innerError") is { ValueKind: JsonValueKind.Object } deeper ? Property(deeper, "code") : null;

            return (Plain(Text(inner) ?? Text(Property(error, "code"))), Property(root, "detail") is { ValueKind: JsonValueKind.Array });
        }
        catch (JsonException)
        {
            return (null, false);
        }
    }

    private static JsonElement? Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    // A server decides what stands here, and it ends in a log: letters, digits and a short length only.
    private static string? Plain(string? code)
    {
        var plain = string.Concat((code ?? "").Where(unit => char.IsAsciiLetterOrDigit(unit) || unit is '.' or '-' or '_').Take(64));

        return plain.Length == 0 ? null : plain;
    }
}
