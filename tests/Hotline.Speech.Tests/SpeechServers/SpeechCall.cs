using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Hotline.Speech.Tests;

/// <summary>A request as it arrived, its form taken apart by the framework's own multipart reader.</summary>
internal sealed record SpeechCall(
    string Method,
    string Path,
    string Query,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyList<FormPart> Parts)
{
    public FormPart? Part(string name) => Parts.SingleOrDefault(part => part.Name == name);

    public string? Text(string name) => Part(name) is { } part ? Encoding.UTF8.GetString(part.Bytes) : null;

    public static async Task<SpeechCall> ReadAsync(HttpRequest request) => new(
        request.Method,
        request.Path.Value ?? "",
        request.QueryString.Value ?? "",
        request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
        await ReadPartsAsync(request));

    private static async Task<IReadOnlyList<FormPart>> ReadPartsAsync(HttpRequest request)
    {
        var parts = new List<FormPart>();

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "multipart/form-data")
        {
            return parts;
        }

        var reader = new MultipartReader(HeaderUtilities.RemoveQuotes(type.Boundary).Value!, request.Body);

        while (await reader.ReadNextSectionAsync() is { } section)
        {
            using var bytes = new MemoryStream();
            await section.Body.CopyToAsync(bytes);
            parts.Add(FormPart.Of(section, bytes.ToArray()));
        }

        return parts;
    }
}

/// <param name="RawDisposition">The header as it was written, quotes and all.</param>
internal sealed record FormPart(string Name, string? FileName, string? ContentType, string RawDisposition, byte[] Bytes)
{
    public static FormPart Of(MultipartSection section, byte[] bytes)
    {
        var disposition = ContentDispositionHeaderValue.Parse(section.ContentDisposition);

        return new FormPart(
            HeaderUtilities.RemoveQuotes(disposition.Name).Value!,
            disposition.FileName.HasValue ? HeaderUtilities.RemoveQuotes(disposition.FileName).Value : null,
            section.ContentType,
            section.ContentDisposition!,
            bytes);
    }
}
