namespace Hotline.Speech;

/// <summary>Where in a recording somebody speaks.</summary>
/// <param name="Segments">Stretches of speech of at least 0.25 s, in order.</param>
/// <param name="PeakProbability">The highest probability of speech in any window of 32 ms.</param>
public sealed record VoiceActivity(IReadOnlyList<SpeechSegment> Segments, double PeakProbability)
{
    /// <summary>Below this much speech, words in a transcript are hard to believe.</summary>
    public static readonly TimeSpan LittleSpeech = TimeSpan.FromSeconds(0.2);

    private const double SilentPeak = 0.3;

    public TimeSpan SpeechDuration => Segments.Aggregate(TimeSpan.Zero, (sum, segment) => sum + segment.Duration);

    public bool HasLittleSpeech => SpeechDuration < LittleSpeech;

    /// <summary>
    /// The only reason to spare a provider the recording. Both must hold: a whisper may leave no segment and still show a peak.
    /// </summary>
    public bool IsSilent => HasLittleSpeech && PeakProbability < SilentPeak;
}

public sealed record SpeechSegment(TimeSpan Start, TimeSpan End)
{
    public TimeSpan Duration => End - Start;
}
