using System.Globalization;

namespace Hotline.CaseBackend;

/// <summary>
/// The short number that is read out to a caller and keyed in again: eight digits, the last a Luhn check digit, so that
/// a mistyped key is noticed before anybody's case is looked up.
/// </summary>
public static class CaseReference
{
    public const int Length = 8;

    /// <summary>Seven digits and their check digit.</summary>
    /// <param name="number">0 to 9,999,999.</param>
    public static string WithCheckDigit(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 9_999_999);
        var payload = number.ToString("D7", CultureInfo.InvariantCulture);
        return payload + (char)('0' + ((10 - (Sum(payload + "0") % 10)) % 10));
    }

    public static bool IsValid(string? reference) =>
        reference is { Length: Length } && reference.All(char.IsAsciiDigit) && Sum(reference) % 10 == 0;

    private static int Sum(string digits)
    {
        var sum = 0;
        for (var fromRight = 0; fromRight < digits.Length; fromRight++)
        {
            var digit = digits[^(fromRight + 1)] - '0';
            var doubled = fromRight % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }

        return sum;
    }
}
