using System.Globalization;
using Hotline.CallFlow.Hours;

namespace Hotline.Web.Commands;

/// <summary>A moment as an administrator types it: in Seoul unless it names its own offset.</summary>
internal static class SeoulMoment
{
    private static readonly string[] Local = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"];
    private static readonly string[] WithOffset = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"];

    /// <returns>Null when it is no moment.</returns>
    public static DateTimeOffset? Read(string text)
    {
        if (DateTime.TryParseExact(text, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return new DateTimeOffset(local, SeoulTime.Offset);
        return DateTimeOffset.TryParseExact(text, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            && moment.UtcDateTime is { Year: > 1 and < 9999 }
                ? SeoulTime.In(moment)
                : null;
    }

    /// <returns>Like "2026-12-25 (Fri) 10:00".</returns>
    public static string Text(DateTimeOffset moment) => SeoulTime.In(moment).ToString("yyyy-MM-dd (ddd) HH:mm", CultureInfo.InvariantCulture);
}
