namespace Hotline.Speech;

/// <summary>A recogniser that lost the thread repeats itself: a unit of 2 to 12 characters, five times in a row.</summary>
internal static class Repetition
{
    private const int ShortestUnit = 2;
    private const int LongestUnit = 12;
    private const int Times = 5;

    public static bool IsIn(string text)
    {
        var letters = string.Concat(SpacelessText.Of(text).Text.Where(char.IsLetterOrDigit));

        return Enumerable.Range(ShortestUnit, LongestUnit - ShortestUnit + 1).Any(unit => Repeats(letters, unit));
    }

    private static bool Repeats(string text, int unit)
    {
        var equal = 0;

        for (var index = unit; index < text.Length; index++)
        {
            equal = text[index] == text[index - unit] ? equal + 1 : 0;

            if (equal >= unit * (Times - 1))
            {
                return true;
            }
        }

        return false;
    }
}
