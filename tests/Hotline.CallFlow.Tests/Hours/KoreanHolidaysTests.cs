using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using Hotline.CallFlow.Hours;

namespace Hotline.CallFlow.Tests.Hours;

public sealed class KoreanHolidaysTests
{
    [Theory]
    [InlineData(2026)]
    [InlineData(2027)]
    public void The_holidays_of_a_year_are_those_of_the_official_calendar(int year)
    {
        var official = OfficialCalendar().Where(holiday => holiday.Date.Year == year).ToList();

        var computed = Of(year);

        Assert.Equal(official, computed);
    }

    [Theory]
    [InlineData(2026, 16)]
    [InlineData(2027, 15)]
    public void So_many_holidays_fall_on_Monday_to_Friday(int year, int expected)
    {
        var working = Of(year).Select(holiday => holiday.Date).Distinct().Count(date => date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

        Assert.Equal(expected, working);
    }

    [Theory]
    [InlineData("2014-09-10")] // 추석 전날 on a Sunday
    [InlineData("2015-09-29")]
    [InlineData("2016-02-10")]
    [InlineData("2017-01-30")]
    [InlineData("2017-10-06")] // 추석 전날 and 개천절 on one Tuesday
    [InlineData("2018-05-07")] // 어린이날 on a Saturday
    [InlineData("2018-09-26")]
    [InlineData("2019-05-06")]
    [InlineData("2020-01-27")]
    [InlineData("2021-08-16")] // the first of a national day
    [InlineData("2021-10-04")]
    [InlineData("2021-10-11")]
    [InlineData("2022-09-12")]
    [InlineData("2022-10-10")]
    [InlineData("2023-01-24")]
    [InlineData("2023-05-29")] // the first of Buddha's Birthday
    [InlineData("2024-02-12")]
    [InlineData("2024-05-06")]
    [InlineData("2025-03-03")]
    [InlineData("2025-10-08")] // 추석 전날 on a Sunday
    [InlineData("2026-03-02")]
    [InlineData("2027-02-09")] // 설날 on a Sunday
    [InlineData("2028-10-05")] // 추석 and 개천절 on one Tuesday
    [InlineData("2036-05-06")] // 부처님 오신 날 on a Saturday, then a Sunday and 어린이날
    public void A_lost_holiday_is_given_back_on(string date)
    {
        var substitute = Assert.Single(On(date));

        Assert.True(substitute.IsSubstitute);
    }

    [Theory]
    [InlineData("2020-08-17")] // 광복절 on a Saturday before national days were given back; a temporary holiday that year
    public void A_day_that_the_cabinet_set_is_no_substitute(string date) =>
        Assert.False(Assert.Single(On(date)).IsSubstitute);

    [Theory]
    [InlineData("2025-05-01")] // 노동절 became a public holiday in 2026
    [InlineData("2025-07-17")] // so did 제헌절
    [InlineData("2025-10-10")]
    [InlineData("2026-06-08")] // 현충일 on a Saturday is lost
    [InlineData("2027-06-07")] // and on a Sunday
    [InlineData("2022-01-03")] // 1월 1일 on a Saturday is lost
    [InlineData("2026-09-28")] // 추석 다음 날 on a Saturday is lost
    [InlineData("2022-05-09")] // 부처님 오신 날 on a Sunday before 2023-05-04
    [InlineData("2022-12-26")] // 기독탄신일 on a Sunday before 2023-05-04
    [InlineData("2021-03-02")]
    [InlineData("2025-05-07")]
    public void A_working_day_is_no_holiday(string date) => Assert.Empty(On(date));

    [Theory]
    [InlineData("2023-05-27", "부처님 오신 날")]
    [InlineData("2027-02-07", "설날")]
    [InlineData("2028-01-27", "설날")]
    [InlineData("2040-09-21", "추석")]
    [InlineData("2025-10-06", "추석")] // the year has a leap sixth month
    [InlineData("2026-05-01", "노동절")]
    [InlineData("2026-07-17", "제헌절")]
    [InlineData("2026-06-03", "전국동시지방선거")]
    public void A_holiday_is_on_the_day_that_Korea_keeps(string date, string name) =>
        Assert.Contains(On(date), holiday => string.Equals(holiday.NameKo, name, StringComparison.Ordinal));

    [Fact]
    public void Two_holidays_on_one_weekday_are_given_back_once()
    {
        var may = Of(2025).Where(holiday => holiday.Date.Month == 5).ToList();

        Assert.Equal([new(2025, 5, 5), new(2025, 5, 5), new(2025, 5, 6)], may.Select(holiday => holiday.Date));
        Assert.Equal("대체공휴일(부처님 오신 날)", may[^1].NameKo);
    }

    [Fact]
    public void Substitutes_that_meet_on_one_day_move_on()
    {
        var substitutes = Of(2036).Where(holiday => holiday.IsSubstitute && holiday.Date.Month == 10).Select(holiday => holiday.Date);

        Assert.Equal([new(2036, 10, 6), new(2036, 10, 7)], substitutes);
    }

    [Fact]
    public void A_dated_holiday_pushes_a_substitute_on()
    {
        var dated = new DatedHoliday(new(2026, 8, 17), "임시공휴일", "Temporary holiday");

        var august = Of(2026, [dated]).Where(holiday => holiday.Date.Month == 8).ToList();

        Assert.Equal(new DateOnly(2026, 8, 18), Assert.Single(august, holiday => holiday.IsSubstitute).Date);
    }

    [Theory]
    [InlineData(2013)]
    [InlineData(2051)]
    public void A_year_that_is_not_known_is_refused_with_a_reason(int year)
    {
        var unknown = Assert.IsType<HolidayYear.Unknown>(KoreanHolidays.Of(year));

        Assert.Contains(year.ToString(CultureInfo.InvariantCulture), unknown.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void No_substitute_falls_on_a_weekend_or_on_another_holiday_whatever_the_cabinet_adds()
    {
        var dated = Gen.Select(Gen.Int[1, 365], Gen.Int[KoreanHolidays.FirstYear, KoreanHolidays.LastYear])
            .Select((day, year) => new DatedHoliday(new DateOnly(year, 1, 1).AddDays(day - 1), "임시공휴일", "Temporary holiday"));

        Gen.Select(Gen.Int[KoreanHolidays.FirstYear, KoreanHolidays.LastYear], dated.Array[0, 20]).Sample((year, added) =>
        {
            var holidays = Of(year, added);
            Assert.All(holidays.Where(holiday => holiday.IsSubstitute), substitute =>
            {
                Assert.False(substitute.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
                Assert.Single(holidays, holiday => holiday.Date == substitute.Date);
            });
            Assert.Equal(holidays.OrderBy(holiday => holiday.Date), holidays);
        });
    }

    private static ImmutableArray<Holiday> Of(int year, IEnumerable<DatedHoliday>? dated = null) =>
        Assert.IsType<HolidayYear.Known>(KoreanHolidays.Of(year, dated)).Holidays;

    private static IEnumerable<Holiday> On(string date)
    {
        var day = DateOnly.Parse(date, CultureInfo.InvariantCulture);
        return Of(day.Year).Where(holiday => holiday.Date == day);
    }

    private static IEnumerable<Holiday> OfficialCalendar() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Hours", "holidays-2026-2027.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .Select(cells => new Holiday(DateOnly.Parse(cells[0], CultureInfo.InvariantCulture), cells[2], cells[3], bool.Parse(cells[4])));
}
