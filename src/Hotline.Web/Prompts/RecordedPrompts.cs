using Hotline.CallFlow;
using Microsoft.Net.Http.Headers;

namespace Hotline.Web.Prompts;

/// <summary>Gives the carrier the recorded prompts. They hold nothing personal, and the carrier does not promise to sign the fetching of sound.</summary>
public static class RecordedPrompts
{
    private const string Prefix = "/media/prompts";

    /// <summary>The address below the public one. The version in it lets the carrier keep the sound for good.</summary>
    /// <returns>Null when nobody recorded the prompt in that language.</returns>
    public static string? AddressOf(this PromptCatalogue prompts, string key, Language language) =>
        prompts.Recording(key, language) is { } recording ? $"{Prefix}/{PromptRecording.FolderOf(language)}/{key}.wav?v={recording.Version}" : null;

    public static void MapPrompts(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Prefix + "/{language}/{key}.wav", (string language, string key, string? v, PromptCatalogue prompts, HttpContext http) =>
        {
            if (PromptRecording.LanguageOf(language) is not { } spoken || prompts.Recording(key, spoken) is not { } recording)
                return Results.NotFound();
            // Under another version, or none, the sound may change with the next start.
            http.Response.Headers.CacheControl = string.Equals(v, recording.Version, StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
            return Results.File(recording.File, "audio/wav", entityTag: new EntityTagHeaderValue($"\"{recording.Version}\""), enableRangeProcessing: true);
        }).AllowAnonymous();
}
