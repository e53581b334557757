using System.Text;
using System.Text.RegularExpressions;

namespace Hotline.Speech;

/// <param name="Digits">As dialled in Korea, e.g. <c>01000001234</c>.</param>
/// <param name="Start">Position in the original text, in UTF-16 units.</param>
public sealed record SpokenPhoneNumber(string Digits, int Start, int Length)
{
    /// <summary>With the country code, e.g. <c>+821000001234</c>.</summary>
    public string E164 => $"+82{Digits[1..]}";
}

/// <summary>
/// Telephone numbers in a transcript, whether the recogniser wrote figures or the syllables that were spoken
/// ("공일공에 일이삼사에 오육칠팔이요"). A guess that a person confirms before anything is dialled.
/// </summary>
public static partial class SpokenNumbers
{
    /// <summary>The first number a caller could be called back on; null when there is none.</summary>
    public static SpokenPhoneNumber? FindPhoneNumber(string text) => DigitRun.AllIn(text).Select(Phone).OfType<SpokenPhoneNumber>().FirstOrDefault();

    /// <summary>Three or more digits in a row become figures without gaps, so that two spellings of one number compare equal.</summary>
    public static string AsFigures(string text)
    {
        var figures = new StringBuilder(text.Length);
        var copied = 0;

        foreach (var run in DigitRun.AllIn(text).Select(run => run.WithoutCopula()).Where(run => run.Digits.Length >= 3))
        {
            figures.Append(text, copied, run.Start - copied).Append(run.Digits);
            copied = run.End;
        }

        return figures.Append(text, copied, text.Length - copied).ToString();
    }

    internal static SpokenPhoneNumber? Phone(DigitRun run)
    {
        // Without the copula first: "오육칠팔이요" means …5678, and only a number that is too short without it takes the 이 as a 2.
        var readings = new[] { run.WithoutCopula(), run };

        return readings.Select(reading => Match(reading, Whole())).FirstOrDefault(found => found is not null)
            ?? readings.Select(reading => Match(reading, Beginning())).FirstOrDefault(found => found is not null)
            ?? readings.Select(reading => Match(reading, MobileAnywhere())).FirstOrDefault(found => found is not null);
    }

    private static SpokenPhoneNumber? Match(DigitRun run, Regex pattern)
    {
        var match = pattern.Match(run.Digits);

        if (!match.Success)
        {
            return null;
        }

        var start = run.Places[match.Index].Start;

        return new SpokenPhoneNumber($"0{match.Groups["national"].Value}", start, run.Places[match.Index + match.Length - 1].End - start);
    }

    // Among other digits only a mobile number is unmistakable: an account number may well hold 02 and eight more.
    private const string Mobile = "(0|820?)(?<national>10[0-9]{8}|1[16-9][0-9]{7,8})";

    // Mobile; Seoul; other areas; internet and personal numbers. The country code stands in for the leading zero.
    private const string Number = "(0|820?)(?<national>10[0-9]{8}|1[16-9][0-9]{7,8}|2[0-9]{7,8}|(3[1-3]|4[1-4]|5[1-5]|6[1-4])[0-9]{7,8}|70[0-9]{8}|50[0-9][0-9]{7,8})";

    [GeneratedRegex($"^{Number}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Whole();

    [GeneratedRegex($"^{Number}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Beginning();

    [GeneratedRegex(Mobile, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MobileAnywhere();
}
