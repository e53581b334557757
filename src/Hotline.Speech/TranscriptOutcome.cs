namespace Hotline.Speech;

/// <summary>
/// What came of one recording. Closed: the cases below are all there are. Whatever the case, the request stays in the queue,
/// and every case but a transcript without doubts asks for at least <see cref="Severity.Review"/>.
/// </summary>
public abstract record TranscriptOutcome
{
    private TranscriptOutcome() { }

    public sealed record Transcribed(Transcript Transcript) : TranscriptOutcome;

    /// <summary>Silence, breath or tones. It may be someone who cannot speak, so it is never a reason to do less.</summary>
    public sealed record NoSpeech(TimeSpan AudioDuration) : TranscriptOutcome;

    /// <summary>Not a recording that any provider could read; trying again is no use, a person must listen or call.</summary>
    public sealed record Unusable(string Reason) : TranscriptOutcome;

    /// <summary>No provider could answer now. Ask again, not before <paramref name="RetryAfter"/> when it is given.</summary>
    public sealed record TryLater(TimeSpan? RetryAfter) : TranscriptOutcome;

    /// <summary>Every provider refused for good: the key, the model or the address is wrong. An operator must act, a person must listen.</summary>
    public sealed record Failed(string Reason) : TranscriptOutcome;

    /// <summary>Transcription is switched off: people listen. A full, supported way to run.</summary>
    public sealed record Off : TranscriptOutcome;
}
