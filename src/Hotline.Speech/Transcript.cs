namespace Hotline.Speech;

/// <summary>What a machine heard. It is an aid for the person who calls back and never a reason to close, hide or lower a request.</summary>
/// <param name="Text">The words; empty when a voice was there but no word was recognised, which is always a doubt.</param>
/// <param name="Provider">Name of the engine, e.g. <c>azure-speech</c>.</param>
/// <param name="Confidence">The lowest confidence of any part, 0 to 1; not a calibrated probability. Null: the engine gave none.</param>
/// <param name="SpeechDuration">Seconds with a voice in them; null when voice activity could not be measured.</param>
/// <param name="AudioDuration">Length of the recording.</param>
/// <param name="Doubts">Why a person should listen before believing the text; empty when nothing speaks against it.</param>
public sealed record Transcript(
    string Text,
    string Provider,
    double? Confidence,
    TimeSpan? SpeechDuration,
    TimeSpan AudioDuration,
    IReadOnlyList<Doubt> Doubts)
{
    public bool IsDoubtful => Doubts.Count > 0;
}

/// <summary>A sign that a transcript does not say what the caller said. Thresholds: <see cref="TranscriptDoubts"/>.</summary>
public enum Doubt
{
    /// <summary>A voice is there, words are not.</summary>
    NoWords,
    LowConfidence,
    UnknownConfidence,

    /// <summary>The engine itself thinks that nobody spoke.</summary>
    NoSpeechLikely,

    /// <summary>A sentence that engines are known to invent over silence, such as a broadcaster's sign-off.</summary>
    PhantomPhrase,
    Repetition,
    TooFewSyllables,
    TooManySyllables,

    /// <summary>Less than 0.2 s of voice was measured.</summary>
    LittleSpeech,

    /// <summary>The audio is longer or shorter than the carrier announced.</summary>
    DurationMismatch,
}
