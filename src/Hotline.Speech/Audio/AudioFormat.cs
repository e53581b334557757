using System.Text;

namespace Hotline.Speech;

/// <summary>What the bytes are, judged by their beginning: a content type is only what somebody claimed.</summary>
/// <param name="ContentType">Media type to send on; null when the bytes are no audio.</param>
internal sealed record AudioFormat(string? ContentType, string FileName)
{
    private const int LookedAt = 256;

    public bool IsAudio => ContentType is not null;

    public bool IsWav => ContentType is "audio/wav";

    public static AudioFormat Of(Recording recording)
    {
        var audio = recording.Audio.Span;

        return audio switch
        {
            _ when Starts(audio, "RIFF"u8) => new("audio/wav", "recording.wav"),
            _ when Starts(audio, "ID3"u8) || IsMpegFrame(audio) => new("audio/mpeg", "recording.mp3"),
            _ when Starts(audio, "OggS"u8) => new("audio/ogg", "recording.ogg"),
            _ when Starts(audio, "fLaC"u8) => new("audio/flac", "recording.flac"),
            _ when Starts(audio, "#!AMR"u8) => new("audio/amr", "recording.amr"),
            _ when Starts(audio, [0x1A, 0x45, 0xDF, 0xA3]) => new("audio/webm", "recording.webm"),
            _ when IsText(audio) || !ClaimsAudio(recording.ContentType) => new(null, ""),
            _ => new("application/octet-stream", "recording.bin"),
        };
    }

    private static bool Starts(ReadOnlySpan<byte> audio, ReadOnlySpan<byte> magic) => audio.StartsWith(magic);

    private static bool IsMpegFrame(ReadOnlySpan<byte> audio) => audio.Length > 2 && audio[0] == 0xFF && (audio[1] & 0xE0) == 0xE0;

    private static bool ClaimsAudio(string contentType) =>
        contentType.StartsWith("audio/", StringComparison.OrdinalIgnoreCase) || contentType.StartsWith("application/octet-stream", StringComparison.OrdinalIgnoreCase);

    // An error page or an error document that was stored in place of the recording.
    private static bool IsText(ReadOnlySpan<byte> audio)
    {
        var beginning = Encoding.Latin1.GetString(audio[..Math.Min(LookedAt, audio.Length)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');

        return beginning.Length > 0 && beginning[0] is ('<' or '{' or '[') && !beginning.Any(unit => unit < ' ' && unit is not ('\t' or '\r' or '\n'));
    }
}
