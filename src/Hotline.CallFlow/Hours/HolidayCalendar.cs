using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Hotline.CallFlow.Hours;

/// <summary>Looks holidays up by date; computes each year once.</summary>
internal sealed class HolidayCalendar(ImmutableArray<DatedHoliday> dated)
{
    private readonly ConcurrentDictionary<int, ILookup<DateOnly, Holiday>?> years = [];

    public static HolidayCalendar Shipped { get; } = new(ShippedHolidays.All);

    public ImmutableArray<DatedHoliday> Dated => dated;

    public bool Knows(DateOnly date) => Year(date.Year) is not null;

    /// <summary>The holiday to be named: where two share a date, the first that the decree lists.</summary>
    public Holiday? HolidayOn(DateOnly date) => Year(date.Year)?[date].FirstOrDefault();

    private ILookup<DateOnly, Holiday>? Year(int year) => years.GetOrAdd(year, unknown =>
        KoreanHolidays.Of(unknown, dated) is HolidayYear.Known known ? known.Holidays.ToLookup(holiday => holiday.Date) : null);
}
