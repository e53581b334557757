using System.Collections.Concurrent;
using System.Security.Cryptography;

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

    /// <summary>Empty for a sound that nobody registered.</summary>
    internal string TextOf(byte[] sound) => texts.GetValueOrDefault(Fingerprint(sound), "");

    private static string Fingerprint(ReadOnlySpan<byte> sound) => Convert.ToHexString(SHA256.HashData(Network.WavSamples.Of(sound)));
}

/// <summary>One transcription request, without the sound itself.</summary>
/// <param name="Definition">The form fields: of Azure the JSON definition, else <c>name=value</c> lines.</param>
public sealed record SpeechRequest(string Server, int Bytes, string? FileName, string? ContentType, string Definition);
