using System.Globalization;

namespace Hotline.Speech;

/// <summary>
/// Digits that were spoken or written one after the other, with what people and recognisers put between them: spaces, dashes,
/// commas, and the particle of "공일공에 일이삼사에 오육칠팔".
/// </summary>
/// <param name="Digits">As ASCII digits.</param>
/// <param name="Places">Where each digit begins and ends in the text.</param>
/// <param name="EndsWithCopula">The last digit may not be a 2 but the 이 of "…팔이요", "…팔이에요", "…팔이고".</param>
internal sealed record DigitRun(string Digits, IReadOnlyList<(int Start, int End)> Places, bool EndsWithCopula)
{
    private static readonly string[] Connectors = [" ", "\t", "\n", "\r", "-", "–", "—", ".", ",", "·", "(", ")", "/", "에", "다시", "하이픈"];
    private static readonly string[] AfterCopula = ["요", "에요", "예요", "고", "구요", "라고", "라는", "야", "거든", "니까", "라서", "나", "랑"];
    private static readonly (string Word, char Digit)[] Words =
    [
        ("하나", '1'), ("공", '0'), ("영", '0'), ("빵", '0'), ("일", '1'), ("이", '2'), ("둘", '2'), ("삼", '3'), ("사", '4'),
        ("오", '5'), ("육", '6'), ("륙", '6'), ("칠", '7'), ("팔", '8'), ("구", '9'),
    ];

    public int Start => Places[0].Start;

    public int End => Places[^1].End;

    public int Length => End - Start;

    /// <summary>The run as a person meant it when the last syllable is the copula; itself otherwise.</summary>
    public DigitRun WithoutCopula() => EndsWithCopula && Digits.Length > 1
        ? new DigitRun(Digits[..^1], [.. Places.SkipLast(1)], EndsWithCopula: false)
        : this;

    public static IEnumerable<DigitRun> AllIn(string text)
    {
        for (var position = 0; position < text.Length;)
        {
            if (At(text, position) is { } run)
            {
                yield return run;
                position = run.End;
            }
            else
            {
                position++;
            }
        }
    }

    private static DigitRun? At(string text, int start)
    {
        var digits = new List<char>();
        var places = new List<(int Start, int End)>();

        for (var next = start; DigitAt(text, next) is var (digit, length); next = SkipConnectors(text, places[^1].End))
        {
            digits.Add(digit);
            places.Add((next, next + length));
        }

        return digits.Count == 0 ? null : new DigitRun(string.Concat(digits), places, IsCopula(text, places[^1].Start, places[^1].End));
    }

    private static (char Digit, int Length)? DigitAt(string text, int position)
    {
        if (position >= text.Length)
        {
            return null;
        }

        if (char.IsDigit(text[position]))
        {
            return ((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(text[position])), 1);
        }

        foreach (var (word, digit) in Words)
        {
            if (StartsAt(text, position, word))
            {
                return (digit, word.Length);
            }
        }

        return null;
    }

    private static int SkipConnectors(string text, int position)
    {
        // Three are enough for "에, " or " - "; more is a new thought.
        for (var skipped = 0; skipped < 3 && Array.Find(Connectors, connector => StartsAt(text, position, connector)) is { } connector; skipped++)
        {
            position += connector.Length;
        }

        return position;
    }

    private static bool IsCopula(string text, int last, int end) =>
        text[last] == '이' && Array.Exists(AfterCopula, ending => StartsAt(text, end, ending));

    private static bool StartsAt(string text, int position, string word) =>
        position <= text.Length && text.AsSpan(position).StartsWith(word, StringComparison.Ordinal);
}
