using Hotline.CallFlow.Hours;
using static Hotline.CallFlow.Tests.Hours.SeoulMoments;

namespace Hotline.CallFlow.Tests.Hours;

public sealed class ShippedHolidaysTests
{
    [Fact]
    public void While_the_dated_holidays_are_known_nobody_is_alarmed() =>
        Assert.Equal(new DatedFacts.Current(new(2027, 12, 31)), ShippedHolidays.DatedFactsEnd(At("2026-11-24T10:00:00")));

    [Fact]
    public void Two_months_before_the_end_an_administrator_is_told() =>
        Assert.Equal(new DatedFacts.EndingSoon(new(2027, 12, 31), 60), ShippedHolidays.DatedFactsEnd(At("2027-11-01T00:00:00")));

    [Fact]
    public void The_last_day_is_still_known() =>
        Assert.Equal(new DatedFacts.EndingSoon(new(2027, 12, 31), 0), ShippedHolidays.DatedFactsEnd(At("2027-12-31T23:59:59")));

    [Fact]
    public void After_the_end_the_alarm_stays() =>
        Assert.Equal(new DatedFacts.Ended(new(2027, 12, 31)), ShippedHolidays.DatedFactsEnd(At("2028-01-01T00:00:00")));

    [Fact]
    public void Staff_who_confirmed_a_later_day_end_the_alarm() =>
        Assert.Equal(new DatedFacts.Current(new(2028, 12, 31)), ShippedHolidays.DatedFactsEnd(At("2028-01-01T00:00:00"), confirmedThrough: new(2028, 12, 31)));
}
