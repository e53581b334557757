namespace Hotline.Speech;

/// <summary>
/// Turns window probabilities into stretches of speech with the reference implementation's rules: speech begins at 0.5, ends
/// after 0.3 s below 0.35 (people pause that long inside a sentence), and stretches under 0.25 s are dropped. No padding: the
/// seconds are used as a measure.
/// </summary>
internal sealed class SpeechSegmenter(int sampleRate)
{
    private const float Begins = 0.5f;
    private const float Ends = 0.35f;

    private readonly List<SpeechSegment> segments = [];
    private readonly int shortestSilence = sampleRate * 3 / 10;
    private readonly int shortestSpeech = sampleRate / 4;
    private int? start;
    private int? possibleEnd;

    /// <param name="position">First sample of the window.</param>
    public void Add(float probability, int position)
    {
        if (probability >= Begins)
        {
            possibleEnd = null;
            start ??= position;
        }
        else if (probability < Ends && start is not null)
        {
            possibleEnd ??= position;

            if (position - possibleEnd >= shortestSilence)
            {
                Close(possibleEnd.Value);
            }
        }
    }

    public IReadOnlyList<SpeechSegment> Finish(int total)
    {
        if (start is not null)
        {
            Close(total);
        }

        return segments;
    }

    private void Close(int end)
    {
        if (start is { } begin && end - begin >= shortestSpeech)
        {
            segments.Add(new SpeechSegment(At(begin), At(end)));
        }

        start = null;
        possibleEnd = null;
    }

    private TimeSpan At(int sample) => TimeSpan.FromSeconds((double)sample / sampleRate);
}
