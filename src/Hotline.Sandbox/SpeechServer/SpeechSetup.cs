using Hotline.Sandbox.Network;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Hotline.Sandbox.SpeechServer;

/// <summary>
/// Two servers with one script: Azure's fast transcription, as strict as its specification, and an OpenAI-compatible one.
/// </summary>
internal static class SpeechSetup
{
    public static void MapSpeech(this IEndpointRouteBuilder app)
    {
        app.MapPost(SandboxPaths.Speech + "/speechtotext/transcriptions:transcribe", AzureAsync).DisableAntiforgery();
        app.MapPost(SandboxPaths.Speech + "/v1/audio/transcriptions", OpenAiAsync).DisableAntiforgery();
        app.MapGet(SandboxPaths.Speech + "/health", () => Results.Json(new { status = "ok" }));
    }

    private static async Task<IResult> AzureAsync(HttpContext context, SandboxSettings settings, SpeechScript script)
    {
        if (!string.Equals(context.Request.Headers["Ocp-Apim-Subscription-Key"], settings.SpeechKey, StringComparison.Ordinal))
            return Results.Json(new { error = new { code = "401", message = "Access denied due to invalid subscription key or wrong API endpoint." } }, statusCode: 401);
        var version = context.Request.Query["api-version"].ToString();
        if (version is not ("2024-11-15" or "2025-10-15"))
            return AzureError(400, "InvalidRequest", $"The api-version '{version}' is not supported.");
        if (!IsMultipart(context))
            return AzureError(415, "UnsupportedMediaType", "The body must be multipart/form-data.");
        var parts = await PartsAsync(context);
        if (parts.Find(part => part is { Name: "audio", FileName: not null }) is not { Body.Length: > 0 } audio)
            return AzureError(422, "UnprocessableEntity", "The part 'audio' is missing, empty, or has no filename.");
        if (parts.Find(part => part.Name is "definition") is not { } definition)
            return AzureError(400, "InvalidArgument", "The part 'definition' is missing.");
        if (AzureDefinition.Wrong(definition.Text, version) is { } wrong)
            return AzureError(400, "InvalidArgument", "The part 'definition' is wrong: " + wrong);
        script.Requests.Keep(new("azure", audio.Body.Length, audio.FileName, audio.ContentType, definition.Text));
        return Results.Json(AzureResult(script.TextOf(audio.Body), WavSamples.Length(audio.Body)));
    }

    private static async Task<IResult> OpenAiAsync(HttpContext context, SandboxSettings settings, SpeechScript script)
    {
        if (!string.Equals(context.Request.Headers.Authorization, "Bearer " + settings.SpeechKey, StringComparison.Ordinal))
            return Results.Json(new { error = new { message = "Incorrect API key provided.", type = "invalid_request_error", code = "invalid_api_key" } }, statusCode: 401);
        if (!IsMultipart(context))
            return Results.Json(new { detail = "The body must be multipart/form-data." }, statusCode: 415);
        var parts = await PartsAsync(context);
        if (parts.Find(part => part is { Name: "file", FileName: not null }) is not { Body.Length: > 0 } file)
            return FieldRequired("file");
        if (parts.Find(part => part.Name is "model") is not { Text.Length: > 0 })
            return FieldRequired("model");
        var fields = parts.Where(part => part.FileName is null).Select(part => $"{part.Name}={part.Text}");
        script.Requests.Keep(new("openai", file.Body.Length, file.FileName, file.ContentType, string.Join('\n', fields)));
        var (text, seconds) = (script.TextOf(file.Body), WavSamples.Length(file.Body).TotalSeconds);
        return parts.Find(part => part.Name is "response_format")?.Text is "verbose_json"
            ? Results.Json(Verbose(text, seconds, parts.Find(part => part.Name is "language")?.Text))
            : Results.Json(new { text });
    }

    private static object AzureResult(string text, TimeSpan length) => text.Length is 0
        ? new { durationMilliseconds = (int)length.TotalMilliseconds, combinedPhrases = Array.Empty<object>(), phrases = Array.Empty<object>() }
        : new
        {
            durationMilliseconds = (int)length.TotalMilliseconds,
            combinedPhrases = new[] { new { text } },
            phrases = new[] { new { offsetMilliseconds = 0, durationMilliseconds = (int)length.TotalMilliseconds, text, locale = "ko-KR", confidence = 0.93 } },
        };

    private static object Verbose(string text, double seconds, string? language) => new
    {
        task = "transcribe",
        language = language ?? "ko",
        duration = seconds,
        text,
        segments = text.Length is 0 ? Array.Empty<object>() : [new { id = 0, seek = 0, start = 0.0, end = seconds, text, tokens = Array.Empty<int>(), temperature = 0.0, avg_logprob = -0.12, compression_ratio = 1.1, no_speech_prob = 0.01 }],
    };

    private static IResult FieldRequired(string field)
    {
        string[] place = ["body", field];
        return Results.Json(new { detail = new[] { new { loc = place, msg = "Field required", type = "missing" } } }, statusCode: 422);
    }

    private static IResult AzureError(int status, string code, string message) => Results.Json(new { code, message }, statusCode: status);

    private static bool IsMultipart(HttpContext context) => context.Request.ContentType?.StartsWith("multipart/form-data;", StringComparison.OrdinalIgnoreCase) ?? false;

    private static async Task<List<SpeechPart>> PartsAsync(HttpContext context)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(context.Request.ContentType).Boundary).Value!;
        var reader = new MultipartReader(boundary, context.Request.Body);
        List<SpeechPart> parts = [];
        while (await reader.ReadNextSectionAsync(context.RequestAborted) is { } section)
        {
            var disposition = ContentDispositionHeaderValue.Parse(section.ContentDisposition);
            using var body = new MemoryStream();
            await section.Body.CopyToAsync(body, context.RequestAborted);
            parts.Add(new(
                HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "",
                disposition.FileName.HasValue ? HeaderUtilities.RemoveQuotes(disposition.FileName).Value : null,
                section.ContentType,
                body.ToArray()));
        }

        return parts;
    }
}
