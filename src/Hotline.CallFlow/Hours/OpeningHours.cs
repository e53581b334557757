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

    public ImmutableArray<HoursOverride> Overrides { get; init; } = [];

    public ImmutableArray<DatedHoliday> DatedHolidays { get; init; } = ShippedHolidays.All;

    public static OpeningHours Of(HoursProfile profile) => new(WeeklySchedule.Of(profile));

    public HoursState At(DateTimeOffset moment)
    {
        var now = SeoulTime.In(moment);
        var calendar = new HolidayCalendar(DatedHolidays);
        var (isOpen, reason, holiday) = Judge(now, calendar);
        var change = Boundaries(now).Cast<DateTimeOffset?>().FirstOrDefault(boundary => Judge(boundary!.Value, calendar).IsOpen != isOpen);
        return new(isOpen, reason, holiday?.Spoken, NextOpen: isOpen ? null : change, ClosesAt: isOpen ? change : null);
    }

    /// <summary>The week in words: "평일 오전 아홉 시부터 오후 여섯 시까지".</summary>
    public Spoken.Words Describe() => ScheduleWords.Of(Weekly);

    private (bool IsOpen, HoursReason Reason, Holiday? Holiday) Judge(DateTimeOffset moment, HolidayCalendar calendar)
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
        var today = SeoulTime.DateOf(now);
        var end = now + Horizon;
        var ofWeek = Enumerable.Range(0, (int)Horizon.TotalDays + 1)
            .Select(today.AddDays)
            .SelectMany(date => Weekly.Intervals
                .Where(interval => interval.Day == date.DayOfWeek)
                .SelectMany(interval => new[] { interval.Opens, interval.Closes })
                .Prepend(TimeSpan.Zero)
                .Select(time => SeoulTime.At(date, time)));
        return Overrides
            .SelectMany(dated => new[] { SeoulTime.In(dated.From), SeoulTime.In(dated.To) })
            .Concat(ofWeek)
            .Where(boundary => boundary > now && boundary <= end)
            .Order();
    }
}
