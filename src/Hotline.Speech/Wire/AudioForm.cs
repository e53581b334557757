using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Hotline.Speech;

/// <summary>
/// A multipart form as the official clients write it: boundary without quotes, part names with quotes, no <c>filename*</c>,
/// text fields without a content type. .NET's own form differs in all four, and some servers mind.
/// </summary>
internal sealed class AudioForm : MultipartFormDataContent
{
    public AudioForm()
        : this($"hotline-{RandomNumberGenerator.GetHexString(32, lowercase: true)}")
    {
    }

    private AudioForm(string boundary)
        : base(boundary) =>
        Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={boundary}");

    /// <param name="name">Part name.</param>
    /// <param name="request">Its file name is mandatory in practice: without one, servers take the part for a text field.</param>
    public AudioForm File(string name, SttRequest request)
    {
        var part = new ReadOnlyMemoryContent(request.Audio);
        part.Headers.ContentType = MediaTypeHeaderValue.Parse(request.ContentType);
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = Quoted(name), FileName = Quoted(request.FileName) };
        Add(part);

        return this;
    }

    public AudioForm Text(string name, string value, string? contentType = null)
    {
        var part = new ByteArrayContent(Encoding.UTF8.GetBytes(value));
        part.Headers.ContentType = contentType is null ? null : new MediaTypeHeaderValue(contentType);
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = Quoted(name) };
        Add(part);

        return this;
    }

    private static string Quoted(string value) => $"\"{value}\"";
}
