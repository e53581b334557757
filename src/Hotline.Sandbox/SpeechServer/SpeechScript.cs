using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Hotline.Sandbox.SpeechServer;

/// <summary>
/// What the speech server hears in which sound: a text for each recording that somebody registered, nothing in any other.
/// It recognises no speech. A recording is known by the bytes of its samples, so that another header changes nothing.
/// </summary>
public sealed class SpeechScript
{
    private readonly ConcurrentDictionary<string, string> texts = new(StringComparer.Ordinal);

    /// <summary>Every request that the server got, oldest first.</summary>
    public ConcurrentQueue<SpeechRequest> Requests { get; } = new();

    public void Register(byte[] sound, string text) => texts[Fingerprint(sound)] = text;

    /// <summary>Registers recordings from a folder with a table of <c>name TAB text</c> lines; each file whose name holds the name is one.</summary>
    /// <returns>How many were registered.</returns>
    public int RegisterFolder(string folder, string table)
    {
        var registered = 0;
        foreach (var line in File.ReadLines(Path.Combine(folder, table), Encoding.UTF8))
        {
            if (line.Split('\t') is not [var name, var text, ..])
                continue;
            foreach (var file in Directory.EnumerateFiles(folder, $"*{name}*.wav"))
            {
                Register(File.ReadAllBytes(file), text);
                registered++;
            }
        }

        return registered;
    }

    /// <summary>Empty for a sound that nobody registered.</summary>
    internal string TextOf(byte[] sound) => texts.GetValueOrDefault(Fingerprint(sound), "");

    private static string Fingerprint(ReadOnlySpan<byte> sound) => Convert.ToHexString(SHA256.HashData(Network.WavSamples.Of(sound)));
}

/// <summary>One transcription request, without the sound itself.</summary>
/// <param name="Definition">The form fields: of Azure the JSON definition, else <c>name=value</c> lines.</param>
public sealed record SpeechRequest(string Server, int Bytes, string? FileName, string? ContentType, string Definition);
