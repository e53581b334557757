using System.Globalization;

namespace Hotline.Web.Console;

/// <summary>Moments as the staff read them: Asia/Seoul, 24 hours.</summary>
public static class KoreanTime
{
    private static readonly TimeZoneInfo Seoul = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul");
    private static readonly CultureInfo Korean = CultureInfo.GetCultureInfo("ko-KR");

    /// <returns>Like "11월 24일 (화) 14:05".</returns>
    public static string Moment(DateTimeOffset moment) => InSeoul(moment).ToString("M월 d일 (ddd) HH:mm", Korean);

    /// <summary>For the <c>datetime</c> attribute.</summary>
    public static string Machine(DateTimeOffset moment) => InSeoul(moment).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <returns>Like "11월 25일 (수) 09:00–12:00", with the second day only where it differs.</returns>
    public static string Window(DateTimeOffset from, DateTimeOffset to)
    {
        var until = InSeoul(from).Date == InSeoul(to).Date ? InSeoul(to).ToString("HH:mm", Korean) : Moment(to);
        return $"{Moment(from)}–{until}";
    }

    private static DateTimeOffset InSeoul(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Seoul);
}
