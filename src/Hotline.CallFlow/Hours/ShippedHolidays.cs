using System.Collections.Immutable;

namespace Hotline.CallFlow.Hours;

/// <summary>The dated holidays that are known when this version is shipped. Staff add later ones in the console.</summary>
public static class ShippedHolidays
{
    /// <summary>The last day for which the official calendar (월력요항) had been published.</summary>
    public static readonly DateOnly KnownThrough = new(2027, 12, 31);

    public static readonly ImmutableArray<DatedHoliday> All =
    [
        Election(2014, 6, 4, "전국동시지방선거", "Local elections"),
        Temporary(2015, 8, 14),
        Election(2016, 4, 13, "국회의원선거", "National Assembly election"),
        Temporary(2016, 5, 6),
        Election(2017, 5, 9, "대통령선거", "Presidential election"),
        Temporary(2017, 10, 2),
        Election(2018, 6, 13, "전국동시지방선거", "Local elections"),
        Election(2020, 4, 15, "국회의원선거", "National Assembly election"),
        Temporary(2020, 8, 17),
        Election(2022, 3, 9, "대통령선거", "Presidential election"),
        Election(2022, 6, 1, "전국동시지방선거", "Local elections"),
        Temporary(2023, 10, 2),
        Election(2024, 4, 10, "국회의원선거", "National Assembly election"),
        Temporary(2024, 10, 1),
        Temporary(2025, 1, 27),
        Election(2025, 6, 3, "대통령선거", "Presidential election"),
        Election(2026, 6, 3, "전국동시지방선거", "Local elections"),
    ];

    /// <summary>
    /// How long the dated holidays are known to be complete: through the shipped table, or through a later day that staff
    /// confirmed. An administrator is told before that time is over.
    /// </summary>
    public static DatedFacts DatedFactsEnd(DateTimeOffset now, DateOnly? confirmedThrough = null)
    {
        var through = confirmedThrough > KnownThrough ? confirmedThrough.Value : KnownThrough;
        var daysLeft = through.DayNumber - SeoulTime.DateOf(now).DayNumber;
        return daysLeft switch
        {
            < 0 => new DatedFacts.Ended(through),
            <= DatedFacts.WarningDays => new DatedFacts.EndingSoon(through, daysLeft),
            _ => new DatedFacts.Current(through),
        };
    }

    private static DatedHoliday Election(int year, int month, int day, string ko, string en) => new(new(year, month, day), ko, en);

    private static DatedHoliday Temporary(int year, int month, int day) => new(new(year, month, day), "임시공휴일", "Temporary holiday");
}

/// <summary>Whether elections and cabinet holidays are still known, so that the line is not open on a holiday that nobody entered.</summary>
public abstract record DatedFacts(DateOnly Through)
{
    public const int WarningDays = 60;

    public sealed record Current(DateOnly Through) : DatedFacts(Through);

    public sealed record EndingSoon(DateOnly Through, int DaysLeft) : DatedFacts(Through);

    public sealed record Ended(DateOnly Through) : DatedFacts(Through);
}
