using System.Globalization;
using Hotline.CallFlow.Hours;

namespace Hotline.CallFlow.Speech;

/// <summary>Values in spoken English. Digits that are read one by one stand apart ("1 3 6 6"), else a voice reads a quantity.</summary>
public static class SpokenEnglish
{
    public static string Phone(string e164) => Groups(PhoneGroups.Of(e164));

    public static string PhoneLastFour(string e164) => Digits(string.Concat(PhoneGroups.Of(e164))[^4..]);

    public static string Reference(string digits) => Groups(digits.Chunk(2).Select(pair => new string(pair)));

    public static string ShortCode(string digits) => Groups(digits.Split('-'));

    public static string Key(char key) => key switch
    {
        '#' => "pound",
        '*' => "star",
        >= '0' and <= '9' => key.ToString(),
        _ => throw new ArgumentOutOfRangeException(nameof(key), "A telephone has the keys 0 to 9, star and pound."),
    };

    public static string People(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return count switch
        {
            1 => "one person",
            > 20 => "more than 20 people",
            _ => $"{Number(count)} people",
        };
    }

    public static string Wait(TimeSpan estimate) => WaitEstimate.Minutes(estimate) is { } minutes
        ? Counted(minutes, "minute")
        : Counted(WaitEstimate.MostMinutes, "minute") + " or more";

    public static string Length(TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        var parts = new List<string>();
        if (span.TotalHours >= 1)
            parts.Add(Counted((int)span.TotalHours, "hour"));
        if (span.Minutes > 0)
            parts.Add(Counted(span.Minutes, "minute"));
        if (span.Seconds > 0 || parts.Count == 0)
            parts.Add(Counted(span.Seconds, "second"));
        return string.Join(' ', parts);
    }

    public static string Days(int count) => Counted(count, "day");

    /// <summary>"2:30 p.m.", "noon", "midnight".</summary>
    /// <param name="time">Since midnight, up to 24 hours.</param>
    public static string Clock(TimeSpan time)
    {
        var hour = (int)time.TotalHours % 24;
        if (time.Minutes == 0 && hour % 12 == 0)
            return hour == 0 ? "midnight" : "noon";
        var onDial = Number(hour % 12 == 0 ? 12 : hour % 12);
        var minutes = time.Minutes == 0 ? "" : time.Minutes.ToString("':'00", CultureInfo.InvariantCulture);
        return $"{onDial}{minutes} {(hour < 12 ? "a.m." : "p.m.")}";
    }

    public static string Date(DateOnly date) => date.ToString("MMMM d", CultureInfo.InvariantCulture);

    public static string Moment(DateTimeOffset when, DateTimeOffset now) =>
        $"{OnDay(SeoulTime.DateOf(when), SeoulTime.DateOf(now))} at {Clock(SeoulTime.In(when).TimeOfDay)}";

    public static string Window(DateTimeOffset from, DateTimeOffset to, DateTimeOffset now)
    {
        var (today, first) = (SeoulTime.DateOf(now), SeoulTime.DateOf(from));
        var start = Clock(SeoulTime.In(from).TimeOfDay);
        var end = SeoulTime.In(to) - SeoulTime.At(first, TimeSpan.Zero);
        return end > WeeklySchedule.EndOfDay
            ? $"{OnDay(first, today)} from {start} until {Clock(SeoulTime.In(to).TimeOfDay)} {OnDay(SeoulTime.DateOf(to), today).TrimEnd(',')}"
            : $"{OnDay(first, today)} between {start} and {Clock(end)}";
    }

    /// <summary>"today", "tomorrow", or the date with its weekday: "Tuesday, May 26".</summary>
    public static string Day(DateOnly date, DateOnly today) => (date.DayNumber - today.DayNumber) switch
    {
        0 => "today",
        1 => "tomorrow",
        _ => $"{date.DayOfWeek}, {Date(date)}",
    };

    private static string OnDay(DateOnly date, DateOnly today) =>
        (date.DayNumber - today.DayNumber) is 0 or 1 ? Day(date, today) : $"on {Day(date, today)},";

    private static string Counted(int count, string unit) => $"{Number(count)} {unit}{(count == 1 ? "" : "s")}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Groups(IEnumerable<string> groups) => string.Join(", ", groups.Select(Digits));

    private static string Digits(string digits) => digits.All(char.IsAsciiDigit)
        ? string.Join(' ', digits.AsEnumerable())
        : throw new ArgumentException("Only the digits 0 to 9 can be read one by one.", nameof(digits));
}
