using System.Globalization;

namespace Hotline.Twilio;

/// <summary>
/// Twilio's two ways to write a moment: RFC 2822 with a one- or two-digit day (<c>Thu, 1 Jun 2017 20:36:28 +0000</c>) in REST
/// and most webhooks, ISO 8601 in transcription callbacks and REST filters (contract §1.9, §5).
/// </summary>
public static class TwilioTime
{
    // "R" and "dd" both refuse a one-digit day.
    private const string Rfc2822 = "ddd, d MMM yyyy HH:mm:ss zzz";

    /// <summary>Null when the text is missing or neither form.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (DateTimeOffset.TryParseExact(text, Rfc2822, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)) return moment;
        var iso = text.Length >= 10 && char.IsAsciiDigit(text[0]) && text[4] == '-';
        return iso && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment) ? moment : null;
    }

    /// <summary>As webhooks and REST answers carry it.</summary>
    public static string Write(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);

    /// <summary>As a REST filter takes it.</summary>
    internal static string WriteFilter(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
