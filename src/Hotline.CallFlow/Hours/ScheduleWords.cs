using Hotline.CallFlow.Speech;

namespace Hotline.CallFlow.Hours;

/// <summary>A week in spoken words: days that share their hours are said together.</summary>
internal static class ScheduleWords
{
    private static readonly DayOfWeek[] Week = [.. Enum.GetValues<DayOfWeek>().OrderBy(WeeklySchedule.MondayFirst)];

    public static Spoken.Words Of(WeeklySchedule weekly)
    {
        var groups = Week
            .Select(day => (Day: day, Times: Times(weekly, day)))
            .Where(day => day.Times.Length > 0)
            .GroupBy(day => day.Times, day => day.Day, new SameTimes())
            .Select(group => (Days: group.ToArray(), Times: group.Key))
            .ToList();
        return groups.Count == 0
            ? new("상담 시간 없음", "closed every day")
            : new(
                string.Join(", ", groups.Select(group => $"{DaysKo(group.Days)} {TimesKo(group.Times)}")),
                string.Join(", and ", groups.Select(group => IsAlways(group) ? "24 hours a day" : $"{DaysEn(group.Days)} {TimesEn(group.Times)}")));
    }

    private static (TimeSpan Opens, TimeSpan Closes)[] Times(WeeklySchedule weekly, DayOfWeek day) =>
        [.. weekly.Intervals.Where(interval => interval.Day == day).Select(interval => (interval.Opens, interval.Closes))];

    private static string TimesKo((TimeSpan Opens, TimeSpan Closes)[] times) => string.Join(", ", times.Select(time =>
        IsWholeDay(time) ? "이십사 시간" : $"{SpokenKorean.Clock(time.Opens)}부터 {SpokenKorean.Clock(time.Closes)}까지"));

    private static string TimesEn((TimeSpan Opens, TimeSpan Closes)[] times) => string.Join(" and ", times.Select(time =>
        IsWholeDay(time) ? "24 hours a day" : $"from {SpokenEnglish.Clock(time.Opens)} to {SpokenEnglish.Clock(time.Closes)}"));

    // "Every day 24 hours a day" says it twice.
    private static bool IsAlways((DayOfWeek[] Days, (TimeSpan Opens, TimeSpan Closes)[] Times) group) =>
        group.Days.Length == 7 && group.Times.Length == 1 && IsWholeDay(group.Times[0]);

    private static bool IsWholeDay((TimeSpan Opens, TimeSpan Closes) time) =>
        time.Opens == TimeSpan.Zero && time.Closes == WeeklySchedule.EndOfDay;

    private static string DaysKo(DayOfWeek[] days) =>
        days.Length == 7 ? "매일"
        : days.SequenceEqual(WeeklySchedule.Weekdays) ? "평일"
        : days is [DayOfWeek.Saturday, DayOfWeek.Sunday] ? "주말"
        : Run(days) ? $"{SpokenKorean.DayOfWeek(days[0])}부터 {SpokenKorean.DayOfWeek(days[^1])}까지"
        : string.Join(", ", days.Select(SpokenKorean.DayOfWeek));

    private static string DaysEn(DayOfWeek[] days) =>
        days.Length == 7 ? "every day"
        : days.SequenceEqual(WeeklySchedule.Weekdays) ? "weekdays"
        : days is [DayOfWeek.Saturday, DayOfWeek.Sunday] ? "weekends"
        : Run(days) ? $"{days[0]} to {days[^1]}"
        : string.Join(", ", days);

    private static bool Run(DayOfWeek[] days) =>
        days.Length > 2 && WeeklySchedule.MondayFirst(days[^1]) - WeeklySchedule.MondayFirst(days[0]) == days.Length - 1;

    private sealed class SameTimes : IEqualityComparer<(TimeSpan Opens, TimeSpan Closes)[]>
    {
        public bool Equals((TimeSpan Opens, TimeSpan Closes)[]? x, (TimeSpan Opens, TimeSpan Closes)[]? y) =>
            ReferenceEquals(x, y) || (x is not null && y is not null && x.SequenceEqual(y));

        public int GetHashCode((TimeSpan Opens, TimeSpan Closes)[] obj) => obj.Length == 0 ? 0 : obj[0].GetHashCode();
    }
}
