using PhoneNumbers;

namespace Hotline.Web.Voice;

/// <summary>Reads keyed or signalled digits as a telephone number in Korea that we could ring.</summary>
public static class KoreanNumbers
{
    private static readonly PhoneNumberUtil Plan = PhoneNumberUtil.GetInstance();

    /// <returns>E.164; null when it is no valid number in Korea, or one that must not be rung (emergency and paid numbers).</returns>
    public static string? Read(string digits)
    {
        try
        {
            var number = Plan.Parse(digits, "KR");
            return number.CountryCode == 82 && Plan.IsValidNumber(number) && Plan.GetNumberType(number) is not (PhoneNumberType.PREMIUM_RATE or PhoneNumberType.SHARED_COST)
                ? Plan.Format(number, PhoneNumberFormat.E164)
                : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
