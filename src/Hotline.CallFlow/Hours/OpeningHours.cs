using System.Collections.Immutable;
using Hotline.CallFlow.Speech;

namespace Hotline.CallFlow.Hours;

/// <summary>
/// When the line (or an agency) is open, in Asia/Seoul. What says so first wins: an emergency closure, a special opening,
/// a public holiday, the week. Intervals are half-open: at the closing time it is closed.
/// </summary>
public sealed record OpeningHours(WeeklySchedule Weekly)
{
    /// <summary>How far ahead the next opening is looked for.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(60);

    public static readonly OpeningHours Always = Of(HoursProfile.Always);

    private readonly HolidayCalendar calendar = HolidayCalendar.Shipped;

    public ImmutableArray<HoursOverride> Overrides { get; init; } = [];

    public ImmutableArray<DatedHoliday> DatedHolidays
    {
        get => calendar.Dated;
        init => calendar = new(value);
    }

    public static OpeningHours Of(HoursProfile profile) => new(WeeklySchedule.Of(profile));

    public HoursState At(DateTimeOffset moment)
    {
        var now = SeoulTime.In(moment);
        var (isOpen, reason, holiday) = Judge(now);
        var change = Boundaries(now).Cast<DateTimeOffset?>().FirstOrDefault(boundary => Judge(boundary!.Value).IsOpen != isOpen);
        return new(isOpen, reason, holiday?.Spoken, NextOpen: isOpen ? null : change, ClosesAt: isOpen ? change : null);
    }

    /// <summary>The same answer as <see cref="At"/> without looking ahead, for the many askers who need nothing more.</summary>
    public bool IsOpenAt(DateTimeOffset moment) => Judge(SeoulTime.In(moment)).IsOpen;

    /// <summary>The week in words: "평일 오전 아홉 시부터 오후 여섯 시까지".</summary>
    public Spoken.Words Describe() => ScheduleWords.Of(Weekly);

    public bool Equals(OpeningHours? other) =>
        other is not null && Weekly == other.Weekly && Overrides.SequenceEqual(other.Overrides) && DatedHolidays.SequenceEqual(other.DatedHolidays);

    public override int GetHashCode() => HashCode.Combine(Weekly, Overrides.Length, DatedHolidays.Length);

    private (bool IsOpen, HoursReason Reason, Holiday? Holiday) Judge(DateTimeOffset moment)
    {
        if (Overrides.Any(dated => dated is HoursOverride.EmergencyClosure && dated.Covers(moment)))
            return (false, HoursReason.EmergencyClosure, null);
        if (Overrides.Any(dated => dated is HoursOverride.SpecialOpen && dated.Covers(moment)))
            return (true, HoursReason.SpecialOpen, null);

        if (Weekly.ClosedOnPublicHolidays)
        {
            var date = SeoulTime.DateOf(moment);
            if (!calendar.Knows(date))
                return (false, HoursReason.CalendarUnknown, null);
            if (calendar.HolidayOn(date) is { } holiday)
                return (false, HoursReason.PublicHoliday, holiday);
        }

        return Weekly.Covers(moment.DayOfWeek, moment.TimeOfDay)
            ? (true, HoursReason.WeeklyHours, null)
            : (false, HoursReason.OutsideHours, null);
    }

    /// <summary>Every moment after <paramref name="now"/> at which the answer can change, in order, up to the horizon.</summary>
    private IEnumerable<DateTimeOffset> Boundaries(DateTimeOffset now)
    {
        var (today, end) = (SeoulTime.DateOf(now), now + Horizon);
        return Enumerable.Range(0, (int)Horizon.TotalDays + 1)
            .SelectMany(days => BoundariesOn(today.AddDays(days)))
            .Where(boundary => boundary > now && boundary <= end);
    }

    private IEnumerable<DateTimeOffset> BoundariesOn(DateOnly date)
    {
        var ofWeek = Weekly.Intervals
            .Where(interval => interval.Day == date.DayOfWeek)
            .SelectMany(interval => new[] { interval.Opens, interval.Closes })
            .Prepend(TimeSpan.Zero)
            .Select(time => SeoulTime.At(date, time));
        return Overrides
            .SelectMany(dated => new[] { SeoulTime.In(dated.From), SeoulTime.In(dated.To) })
            .Where(boundary => SeoulTime.DateOf(boundary) == date)
            .Concat(ofWeek)
            .Order();
    }
}
