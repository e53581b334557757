using System.Collections.Immutable;

namespace Hotline.CallFlow.Hours;

/// <summary>Open from <paramref name="Opens"/> until just before <paramref name="Closes"/>, both since midnight in Seoul; 24:00 is the end of the day.</summary>
public sealed record OpenInterval(DayOfWeek Day, TimeSpan Opens, TimeSpan Closes);

/// <summary>The schedules that are shipped. Any other is made of intervals.</summary>
public enum HoursProfile
{
    /// <summary>Day and night, every day of the year.</summary>
    Always,

    /// <summary>Monday to Friday 09:00-18:00, closed on public holidays.</summary>
    Weekday0918,

    /// <summary>Every day of the year 09:00-22:00, public holidays included: "daily" promises so.</summary>
    Daily0922,
}

/// <summary>The week that repeats.</summary>
public sealed record WeeklySchedule
{
    public static readonly TimeSpan EndOfDay = TimeSpan.FromHours(24);

    /// <exception cref="ArgumentException">With every sentence of <see cref="Faults"/>.</exception>
    public WeeklySchedule(IEnumerable<OpenInterval> intervals, bool closedOnPublicHolidays)
    {
        Intervals = [.. intervals.OrderBy(interval => MondayFirst(interval.Day)).ThenBy(interval => interval.Opens)];
        ClosedOnPublicHolidays = closedOnPublicHolidays;
        if (Faults(Intervals) is { Count: > 0 } faults)
            throw new ArgumentException(string.Join(' ', faults), nameof(intervals));
    }

    /// <summary>Monday first, then by time.</summary>
    public ImmutableArray<OpenInterval> Intervals { get; }

    /// <summary>Sundays do not count: the week says itself whether it is open on Sundays.</summary>
    public bool ClosedOnPublicHolidays { get; }

    public static WeeklySchedule Of(HoursProfile profile) => profile switch
    {
        HoursProfile.Always => new(On(Enum.GetValues<DayOfWeek>(), 0, 24), closedOnPublicHolidays: false),
        HoursProfile.Weekday0918 => new(On(Weekdays, 9, 18), closedOnPublicHolidays: true),
        HoursProfile.Daily0922 => new(On(Enum.GetValues<DayOfWeek>(), 9, 22), closedOnPublicHolidays: false),
        _ => throw new ArgumentOutOfRangeException(nameof(profile)),
    };

    /// <summary>What is wrong with these intervals, one sentence each; empty when they make a week.</summary>
    public static IReadOnlyList<string> Faults(IEnumerable<OpenInterval> intervals)
    {
        var ordered = intervals.OrderBy(interval => MondayFirst(interval.Day)).ThenBy(interval => interval.Opens).ToList();
        var faults = ordered
            .Where(interval => interval.Opens < TimeSpan.Zero || interval.Closes > EndOfDay || interval.Opens >= interval.Closes)
            .Select(interval => $"{Name(interval)} must open before it closes, between 00:00 and 24:00; split a night at midnight.")
            .ToList();
        faults.AddRange(ordered.Zip(ordered.Skip(1))
            .Where(pair => pair.First.Day == pair.Second.Day && pair.Second.Opens < pair.First.Closes)
            .Select(pair => $"{Name(pair.First)} and {Name(pair.Second)} overlap."));
        return faults;
    }

    public bool Equals(WeeklySchedule? other) =>
        other is not null && ClosedOnPublicHolidays == other.ClosedOnPublicHolidays && Intervals.SequenceEqual(other.Intervals);

    public override int GetHashCode() => HashCode.Combine(ClosedOnPublicHolidays, Intervals.Length);

    internal bool Covers(DayOfWeek day, TimeSpan time) =>
        Intervals.Any(interval => interval.Day == day && interval.Opens <= time && time < interval.Closes);

    internal static int MondayFirst(DayOfWeek day) => ((int)day + 6) % 7;

    internal static readonly ImmutableArray<DayOfWeek> Weekdays =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    private static IEnumerable<OpenInterval> On(IEnumerable<DayOfWeek> days, int opens, int closes) =>
        days.Select(day => new OpenInterval(day, TimeSpan.FromHours(opens), TimeSpan.FromHours(closes)));

    private static string Name(OpenInterval interval) =>
        $"{interval.Day} {Clock(interval.Opens)}-{Clock(interval.Closes)}";

    private static string Clock(TimeSpan time) => $"{(int)time.TotalHours:00}:{Math.Abs(time.Minutes):00}";
}
