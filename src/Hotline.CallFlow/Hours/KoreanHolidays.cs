namespace Hotline.CallFlow.Hours;

/// <summary>
/// Public holidays of Korea by 관공서의 공휴일에 관한 규정 §2-3 with the dates on which its amendments took effect.
/// Years before 2014 (no substitutes for the big feasts yet) and after 2050 (end of the lunar tables) are refused.
/// </summary>
public static class KoreanHolidays
{
    public const int FirstYear = 2014;
    public const int LastYear = 2050;

    /// <summary>The year's holidays, with the given election days and holidays set by the cabinet (<see cref="ShippedHolidays.All"/> when left out).</summary>
    public static HolidayYear Of(int year, IEnumerable<DatedHoliday>? dated = null)
    {
        if (year is < FirstYear or > LastYear)
            return new HolidayYear.Unknown(year, $"Public holidays are known for {FirstYear} to {LastYear}, not for {year}: opening hours that depend on them stay closed.");

        var listed = Decree.Of(year)
            .Concat((dated ?? ShippedHolidays.All).Where(holiday => holiday.Date.Year == year).Select(ListedHoliday.From))
            .OrderBy(holiday => holiday.Date)
            .ToList();
        return new HolidayYear.Known(year,
        [
            .. listed.Select(holiday => holiday.AsHoliday).Concat(Substitutes(listed)).OrderBy(holiday => holiday.Date),
        ]);
    }

    /// <summary>§3: each lost holiday moves to the first day after it that is neither a holiday nor a Saturday; those that meet on one day move on (§3②).</summary>
    private static IEnumerable<Holiday> Substitutes(List<ListedHoliday> listed)
    {
        var taken = listed.Select(holiday => holiday.Date).ToHashSet();
        foreach (var lost in listed.GroupBy(holiday => holiday.Date).SelectMany(Lost))
        {
            var date = lost.Date.AddDays(1);
            while (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || taken.Contains(date))
                date = date.AddDays(1);
            taken.Add(date);
            yield return lost.SubstituteOn(date);
        }
    }

    private static IEnumerable<ListedHoliday> Lost(IGrouping<DateOnly, ListedHoliday> day) => day.Key.DayOfWeek switch
    {
        DayOfWeek.Sunday => day.Where(holiday => holiday.Substituted is not Substituted.Never),
        DayOfWeek.Saturday => day.Where(holiday => holiday.Substituted is Substituted.OnWeekends),
        // n holidays on one weekday lose n-1 of them (official 2025-05-06); the movable feast gives its name, as the official calendar does.
        _ => day.Where(holiday => holiday.Substituted is not Substituted.Never)
            .OrderByDescending(holiday => holiday.IsLunar)
            .Take(day.Count() - 1),
    };
}
