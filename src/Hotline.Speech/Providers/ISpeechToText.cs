namespace Hotline.Speech;

/// <summary>One speech-to-text service. Implementations keep no state between calls and write nothing to disk.</summary>
public interface ISpeechToText
{
    /// <summary>The adapter's name in configuration, logs and cases: <c>azure-speech</c>, <c>self-hosted-speech</c>.</summary>
    string Name { get; }

    /// <exception cref="SttException">The service did not give a transcript; its kind says whether asking again can help.</exception>
    Task<SttResult> TranscribeAsync(SttRequest request, CancellationToken cancellationToken);
}

/// <param name="Audio">The whole file, sent as it is.</param>
/// <param name="ContentType">Media type of the bytes, e.g. <c>audio/wav</c>.</param>
/// <param name="FileName">A neutral name with the right extension; servers decide by it whether the part is a file at all.</param>
/// <param name="Duration">Length of the audio, zero when unknown.</param>
/// <param name="Phrases">Words of this line's field that help recognition. Never names and never text of a case.</param>
public sealed record SttRequest(
    ReadOnlyMemory<byte> Audio,
    string ContentType,
    string FileName,
    TimeSpan Duration,
    IReadOnlyList<string> Phrases);

/// <param name="MinConfidence">Lowest confidence of the segments; null when the service gave none that can be used.</param>
public sealed record SttResult(
    string Provider,
    string Text,
    TimeSpan AudioDuration,
    IReadOnlyList<SttSegment> Segments,
    double? MinConfidence)
{
    /// <summary>A valid answer without words. Not an error.</summary>
    public bool Empty => string.IsNullOrWhiteSpace(Text);
}

/// <param name="Confidence">0 to 1; null when not given or not a number.</param>
/// <param name="NoSpeechProbability">The engine's own guess that nobody spoke; only Whisper servers give it.</param>
public sealed record SttSegment(TimeSpan Offset, TimeSpan Duration, string Text, double? Confidence, double? NoSpeechProbability);
