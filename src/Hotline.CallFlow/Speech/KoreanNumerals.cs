namespace Hotline.CallFlow.Speech;

/// <summary>The two Korean numeral systems and the reading of digits one by one. Voices are never given digits: "3분" is three people or three minutes.</summary>
internal static class KoreanNumerals
{
    private static readonly string[] SinoDigits = ["", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"];
    private static readonly string[] SinoUnits = ["", "십", "백", "천"];
    private static readonly string[] SinoMyriads = ["", "만", "억", "조"];
    private static readonly string[] NativeOnes = ["", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉"];
    private static readonly string[] NativeTens = ["", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"];

    /// <summary>Largest number that is read as a quantity; longer ones are read digit by digit.</summary>
    public const long LargestSino = 9_999_999_999_999_999;

    /// <summary>Digit by digit, zero 공: 1366 is 일삼육육, 010 is 공일공.</summary>
    public static string Digits(string digits) => string.Concat(digits.Select(digit => digit switch
    {
        '0' => "공",
        >= '1' and <= '9' => SinoDigits[digit - '0'],
        _ => throw new ArgumentException("Only the digits 0 to 9 can be read one by one.", nameof(digits)),
    }));

    /// <summary>As a quantity: 0 영, 15 십오, 120 백이십, 10000 만.</summary>
    public static string Sino(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, LargestSino);
        if (number == 0)
            return "영";

        var words = "";
        for (var myriad = 0; number > 0; myriad++, number /= 10_000)
        {
            var part = (int)(number % 10_000);
            if (part == 0)
                continue;

            // 만 stands without 일, 억 and 조 do not.
            words = (part == 1 && myriad == 1 ? "" : BelowMyriad(part)) + SinoMyriads[myriad] + words;
        }

        return words;
    }

    /// <summary>Before a counter, 1 to 99: 한, 두, 스무, 스물한.</summary>
    public static string Native(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 99);
        return number == 20 ? "스무" : NativeTens[number / 10] + NativeOnes[number % 10];
    }

    private static string BelowMyriad(int number)
    {
        var words = "";
        for (var unit = 0; number > 0; unit++, number /= 10)
        {
            var digit = number % 10;
            if (digit > 0)
                words = (digit == 1 && unit > 0 ? "" : SinoDigits[digit]) + SinoUnits[unit] + words;
        }

        return words;
    }
}
