namespace Hotline.Speech;

/// <summary>
/// Finds what speaks against a transcript. The thresholds are estimates to be tuned on real calls; each can only lead to a
/// person listening, so they err on that side.
/// </summary>
internal static class TranscriptDoubts
{
    private const double LowConfidence = 0.4;
    private const double LikelyNoSpeech = 0.6;
    private const double FewestSyllablesPerSecond = 1.2;
    private const double MostSyllablesPerSecond = 12;
    private static readonly TimeSpan EnoughToCount = TimeSpan.FromSeconds(2);

    /// <param name="voice">Null when voice activity could not be measured.</param>
    public static IReadOnlyList<Doubt> Of(SttResult result, VoiceActivity? voice, TimeSpan audio, bool durationDiffers)
    {
        var doubts = new List<Doubt>();
        Add(result.Empty, Doubt.NoWords);
        Add(result.MinConfidence < LowConfidence, Doubt.LowConfidence);
        Add(!result.Empty && result.MinConfidence is null, Doubt.UnknownConfidence);
        Add(result.Segments.Any(segment => segment.NoSpeechProbability > LikelyNoSpeech), Doubt.NoSpeechLikely);
        Add(PhantomPhrases.AreIn(result.Text), Doubt.PhantomPhrase);
        Add(Repetition.IsIn(result.Text), Doubt.Repetition);
        Add(!result.Empty && SpeaksTooLittle(result.Text, voice), Doubt.TooFewSyllables);
        Add(SpeaksTooMuch(result.Text, voice?.SpeechDuration ?? audio), Doubt.TooManySyllables);
        Add(voice is { HasLittleSpeech: true }, Doubt.LittleSpeech);
        Add(durationDiffers, Doubt.DurationMismatch);

        return doubts;

        void Add(bool holds, Doubt doubt)
        {
            if (holds)
            {
                doubts.Add(doubt);
            }
        }
    }

    private static bool SpeaksTooLittle(string text, VoiceActivity? voice) =>
        voice is { } measured && measured.SpeechDuration >= EnoughToCount
        && Syllables.In(text) / measured.SpeechDuration.TotalSeconds < FewestSyllablesPerSecond;

    private static bool SpeaksTooMuch(string text, TimeSpan speech) =>
        speech > TimeSpan.Zero && Syllables.In(text) / speech.TotalSeconds > MostSyllablesPerSecond;
}
