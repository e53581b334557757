using Hotline.CallFlow.Hours;

namespace Hotline.CallFlow.Speech;

/// <summary>Values in spoken Korean (DOMAIN §6.2): Hangul words, a comma where a voice pauses, never a digit.</summary>
public static class SpokenKorean
{
    public static string Phone(string e164) => Groups(PhoneGroups.Of(e164));

    public static string PhoneLastFour(string e164) => KoreanNumerals.Digits(string.Concat(PhoneGroups.Of(e164))[^4..]);

    /// <summary>In pairs: "사칠, 이공, 구삼, 일오".</summary>
    public static string Reference(string digits) => Groups(digits.Chunk(2).Select(pair => new string(pair)));

    /// <summary>An agency's number, a hyphen being a pause: 1577-1366.</summary>
    public static string ShortCode(string digits) => Groups(digits.Split('-'));

    /// <summary>A key of the telephone: "영 번", "우물정자".</summary>
    public static string Key(char key) => key switch
    {
        '#' => "우물정자",
        '*' => "별표",
        >= '0' and <= '9' => KoreanNumerals.Sino(key - '0') + " 번",
        _ => throw new ArgumentOutOfRangeException(nameof(key), "A telephone has the keys 0 to 9, star and pound."),
    };

    public static string People(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return count > 20 ? "여러 분" : KoreanNumerals.Native(count) + " 분";
    }

    public static string Minutes(int minutes) => KoreanNumerals.Sino(minutes) + " 분";

    public static string Wait(TimeSpan estimate) =>
        WaitEstimate.Minutes(estimate) is { } minutes ? Minutes(minutes) : Minutes(WaitEstimate.MostMinutes) + " 이상";

    public static string Length(TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        var parts = new List<string>();
        if (span.TotalHours >= 1)
            parts.Add(Hours((int)span.TotalHours) + " 시간");
        if (span.Minutes > 0)
            parts.Add(Minutes(span.Minutes));
        if (span.Seconds > 0 || parts.Count == 0)
            parts.Add(KoreanNumerals.Sino(span.Seconds) + " 초");
        return string.Join(' ', parts);
    }

    public static string Days(int count) => KoreanNumerals.Sino(count) + " 일";

    /// <summary>"오후 두 시 삼십 분"; the hour of midnight is 밤 열두 시, noon 낮 열두 시.</summary>
    /// <param name="time">Since midnight, up to 24 hours.</param>
    public static string Clock(TimeSpan time) => $"{DayPart(time)} {ClockInPart(time)}";

    /// <summary>"유월 삼일": June and October lose a sound.</summary>
    public static string Date(DateOnly date) => $"{Month(date.Month)} {KoreanNumerals.Sino(date.Day)}일";

    public static string DayOfWeek(DayOfWeek day) => "일월화수목금토"[(int)day] + "요일";

    public static string Moment(DateTimeOffset when, DateTimeOffset now) =>
        $"{Day(SeoulTime.DateOf(when), SeoulTime.DateOf(now), farthestNear: 1)} {Clock(SeoulTime.In(when).TimeOfDay)}";

    /// <summary>"내일 오후 두 시부터 네 시". Within the same part of the day the part is said once.</summary>
    public static string Window(DateTimeOffset from, DateTimeOffset to, DateTimeOffset now)
    {
        var (today, first) = (SeoulTime.DateOf(now), SeoulTime.DateOf(from));
        var end = SeoulTime.In(to) - SeoulTime.At(first, TimeSpan.Zero);
        var start = $"{Day(first, today, farthestNear: 2)} {Clock(SeoulTime.In(from).TimeOfDay)}부터 ";
        if (end > WeeklySchedule.EndOfDay)
            return start + $"{Day(SeoulTime.DateOf(to), today, farthestNear: 2)} {Clock(SeoulTime.In(to).TimeOfDay)}";
        return start + (string.Equals(DayPart(end), DayPart(SeoulTime.In(from).TimeOfDay), StringComparison.Ordinal) ? ClockInPart(end) : Clock(end));
    }

    /// <summary>A day on its own: 오늘, 내일, 모레, or the date with its weekday.</summary>
    public static string Day(DateOnly date, DateOnly today) => Day(date, today, farthestNear: 2);

    internal static string Month(int month) => month switch
    {
        6 => "유월",
        10 => "시월",
        _ => KoreanNumerals.Sino(month) + "월",
    };

    /// <summary>Hours as a span: native up to twelve, then Sino (두 시간, 이십사 시간).</summary>
    internal static string Hours(int hours) => hours is >= 1 and <= 12 ? KoreanNumerals.Native(hours) : KoreanNumerals.Sino(hours);

    private static string Day(DateOnly date, DateOnly today, int farthestNear)
    {
        var ahead = date.DayNumber - today.DayNumber;
        return ahead >= 0 && ahead <= farthestNear
            ? ahead switch { 0 => "오늘", 1 => "내일", _ => "모레" }
            : $"{Date(date)} {DayOfWeek(date.DayOfWeek)}";
    }

    private static string DayPart(TimeSpan time) => ((int)time.TotalHours % 24) switch
    {
        0 => "밤",
        < 12 => "오전",
        12 => "낮",
        _ => "오후",
    };

    private static string ClockInPart(TimeSpan time)
    {
        var hour = (int)time.TotalHours % 12;
        var words = KoreanNumerals.Native(hour == 0 ? 12 : hour) + " 시";
        return time.Minutes == 0 ? words : $"{words} {Minutes(time.Minutes)}";
    }

    private static string Groups(IEnumerable<string> groups) => string.Join(", ", groups.Select(KoreanNumerals.Digits));
}
