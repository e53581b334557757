using System.Globalization;
using System.Text.RegularExpressions;

namespace Hotline.CallFlow.Speech;

/// <summary>
/// The last pass over a finished prompt. Authors write "0번" and "1366"; a voice gets "영 번" and "일삼육육", so that it has
/// nothing left to guess (DOMAIN §6.2). Afterwards no digit, star or pound sign is left in Korean.
/// </summary>
public static partial class Pronunciation
{
    private const string NativeCounters = "개(?!월)|명|가지|곳|통|사람|자리|마디|달|살";
    private const string SinoCounters = "번|분|초|일|개월|년|회|호|층|차|주|원|세|퍼센트|점";

    public static string Korean(string text)
    {
        var words = AsciiDigits(text)
            .Replace("#", "우물정자", StringComparison.Ordinal)
            .Replace("*", "별표", StringComparison.Ordinal)
            .Replace("%", "퍼센트", StringComparison.Ordinal);
        words = Thousands().Replace(words, match => match.Value.Replace(",", "", StringComparison.Ordinal));
        words = Commemoration().Replace(words, match => KoreanNumerals.Digits(First(match)) + KoreanNumerals.Digits(Second(match)));
        words = Hyphenated().Replace(words, match => SpokenKorean.ShortCode(match.Value));
        words = Decimals().Replace(words, match => $"{Quantity(First(match))} 점 {KoreanNumerals.Digits(Second(match))}");
        words = MonthAndDay().Replace(words, match => $"{SpokenKorean.Month(Number(match))} {Quantity(Second(match))}일");
        words = MonthAlone().Replace(words, match => SpokenKorean.Month(Number(match)));
        words = HourSpan().Replace(words, match => SpokenKorean.Hours(Number(match)) + " 시간");
        words = HourOfClock().Replace(words, match => SpokenKorean.Hours(Number(match)) + " 시");
        words = Native().Replace(words, match => $"{KoreanNumerals.Native(Number(match))} {Second(match)}");
        words = Sino().Replace(words, match => $"{Quantity(First(match))} {Second(match)}");
        return Bare().Replace(words, match => match.Length > 2 ? KoreanNumerals.Digits(match.Value) : Quantity(match.Value));
    }

    /// <summary>Takes the numbers of agencies apart: "1366" becomes "1 3 6 6", "1577-1366" becomes "1 5 7 7, 1 3 6 6". A sentence that ends in "p.m." has its full stop.</summary>
    public static string English(string text) =>
        DialledNumber().Replace(text, match => SpokenEnglish.ShortCode(match.Value)).Replace(".m..", ".m.", StringComparison.Ordinal);

    private static string AsciiDigits(string text) => string.Concat(text.Select(character =>
        char.IsDigit(character) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(character)) : character));

    private static string First(Match match) => match.Groups["number"].Value;

    private static string Second(Match match) => match.Groups["second"].Value;

    private static int Number(Match match) => int.Parse(First(match), CultureInfo.InvariantCulture);

    /// <summary>A number that starts with zero, or that nobody counts with, is a code.</summary>
    private static string Quantity(string digits) =>
        digits.Length <= 16 && (digits.Length == 1 || digits[0] != '0')
            ? KoreanNumerals.Sino(long.Parse(digits, CultureInfo.InvariantCulture))
            : KoreanNumerals.Digits(digits);

    [GeneratedRegex(@"(?<![0-9])[0-9]{1,3}(,[0-9]{3})+(?![0-9])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Thousands();

    /// <summary>3·1절, 8·15.</summary>
    [GeneratedRegex(@"(?<number>[0-9]+)[·ㆍ](?<second>[0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Commemoration();

    [GeneratedRegex(@"[0-9]+(-[0-9]+)+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hyphenated();

    [GeneratedRegex(@"(?<![0-9])(?<number>1[0-2]|[1-9])월 ?(?<second>[12][0-9]|3[01]|[1-9])일", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MonthAndDay();

    [GeneratedRegex(@"(?<![0-9])(?<number>1[0-2]|[1-9])월", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MonthAlone();

    [GeneratedRegex(@"(?<![0-9])(?<number>[0-9]{1,3}) ?시간", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HourSpan();

    [GeneratedRegex(@"(?<![0-9])(?<number>2[0-4]|1[0-9]|[0-9]) ?시(?!간)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HourOfClock();

    [GeneratedRegex(@"(?<![0-9])(?<number>[1-9][0-9]?) ?(?<second>" + NativeCounters + ")", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Native();

    [GeneratedRegex(@"(?<![0-9])(?<number>[0-9]+) ?(?<second>" + SinoCounters + ")", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sino();

    [GeneratedRegex(@"(?<number>[0-9]+)\.(?<second>[0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Decimals();

    [GeneratedRegex(@"[0-9]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bare();

    [GeneratedRegex(@"(?<![0-9.:,])[0-9]{3,}(?![0-9:])(-[0-9]{3,})*|(?<![0-9])[0-9]{2}-[0-9]{3,}(-[0-9]{3,})*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DialledNumber();
}
