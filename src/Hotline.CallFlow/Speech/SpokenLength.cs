namespace Hotline.CallFlow.Speech;

/// <summary>How long a voice needs for a finished prompt (DOMAIN §6.3). A prompt may last 25 seconds.</summary>
public static class SpokenLength
{
    private const double SyllablesPerSecond = 5.5;
    private const double EnglishWordsPerSecond = 2.6;
    private const double SecondsPerSentence = 0.35;
    private const double SecondsPerComma = 0.2;

    /// <param name="text">After <see cref="Pronunciation.Korean"/>.</param>
    public static TimeSpan OfKorean(string text) =>
        TimeSpan.FromSeconds((text.Count(IsSyllable) / SyllablesPerSecond) + Pauses(text));

    /// <summary>An approximation of ours: a calm English voice says 156 words a minute.</summary>
    public static TimeSpan OfEnglish(string text) =>
        TimeSpan.FromSeconds((text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length / EnglishWordsPerSecond) + Pauses(text));

    private static bool IsSyllable(char character) => character is >= '가' and <= '힣';

    private static double Pauses(string text) =>
        (text.Count(character => character is '.' or '?' or '!') * SecondsPerSentence) + (text.Count(character => character is ',') * SecondsPerComma);
}
