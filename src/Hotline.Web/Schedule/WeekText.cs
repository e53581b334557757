using System.Globalization;
using System.Text.RegularExpressions;
using Hotline.CallFlow.Hours;

namespace Hotline.Web.Schedule;

/// <summary>An interval of the week in words that a table and a command line can hold: <c>Monday 09:00-18:00</c>, the end of a day as 24:00.</summary>
public static partial class WeekText
{
    public static string Of(OpenInterval interval) => $"{interval.Day} {Clock(interval.Opens)}-{Clock(interval.Closes)}";

    /// <returns>Null when the text is no interval. Whether intervals make a week is <see cref="WeeklySchedule.Faults"/>' to say.</returns>
    public static OpenInterval? Read(string text) =>
        Interval().Match(text) is { Success: true } found && Enum.TryParse<DayOfWeek>(found.Groups["day"].Value, out var day)
            ? new OpenInterval(day, Time(found, "opens"), Time(found, "closes"))
            : null;

    private static string Clock(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}");

    private static TimeSpan Time(Match found, string name)
    {
        var clock = found.Groups[name].ValueSpan;
        return new TimeSpan(int.Parse(clock[..2], CultureInfo.InvariantCulture), int.Parse(clock[3..], CultureInfo.InvariantCulture), 0);
    }

    [GeneratedRegex(
        "^(?<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday) (?<opens>[0-2][0-9]:[0-5][0-9])-(?<closes>[0-2][0-9]:[0-5][0-9])$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Interval();
}
