using System.Text;

namespace Hotline.Sandbox.SpeechServer;

/// <summary>A part of a multipart request.</summary>
internal sealed record SpeechPart(string Name, string? FileName, string? ContentType, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);
}
