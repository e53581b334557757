namespace Hotline.Speech;

/// <summary>What came of reading bytes as a WAV file. Closed; reading never throws, whatever the bytes are.</summary>
public abstract record WavReading
{
    private WavReading() { }

    /// <summary>The caller disposes the sound.</summary>
    public sealed record Sound(SampledSound Samples) : WavReading;

    /// <summary>No RIFF/WAVE header: another format, or no audio at all.</summary>
    public sealed record NotWav : WavReading;

    /// <summary>A WAV file that is broken or in a coding not read here; a provider may still understand it.</summary>
    public sealed record Undecodable(string Reason) : WavReading;
}
