namespace Hotline.Speech;

internal static class Syllables
{
    /// <summary>Hangul blocks and digits count one each, Latin words one for each group of vowels.</summary>
    public static int In(string text)
    {
        var count = 0;
        var afterVowel = false;

        foreach (var unit in text)
        {
            var isVowel = "aeiouyAEIOUY".Contains(unit, StringComparison.Ordinal);

            if (unit is >= '가' and <= '힣' || char.IsDigit(unit) || (isVowel && !afterVowel))
            {
                count++;
            }

            afterVowel = isVowel;
        }

        return count;
    }
}
