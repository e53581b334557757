using Hotline.CallFlow.Hours;

namespace Hotline.CallFlow.Tests.Hours;

public sealed class WeeklyScheduleTests
{
    [Theory]
    [InlineData(HoursProfile.Weekday0918, "평일 오전 아홉 시부터 오후 여섯 시까지", "weekdays from 9 a.m. to 6 p.m.")]
    [InlineData(HoursProfile.Daily0922, "매일 오전 아홉 시부터 오후 열 시까지", "every day from 9 a.m. to 10 p.m.")]
    [InlineData(HoursProfile.Always, "매일 이십사 시간", "24 hours a day")]
    public void A_profile_is_described_in_words(HoursProfile profile, string korean, string english)
    {
        var words = OpeningHours.Of(profile).Describe();

        Assert.Equal(korean, words.In(Language.Korean));
        Assert.Equal(english, words.In(Language.English));
    }

    [Fact]
    public void Days_with_the_same_hours_are_said_together()
    {
        var week = new WeeklySchedule(
            [
                On(DayOfWeek.Saturday, 10, 13), On(DayOfWeek.Monday, 9, 12), On(DayOfWeek.Monday, 13, 18), On(DayOfWeek.Tuesday, 9, 12),
                On(DayOfWeek.Tuesday, 13, 18), On(DayOfWeek.Wednesday, 9, 12), On(DayOfWeek.Wednesday, 13, 18), On(DayOfWeek.Sunday, 10, 13),
            ],
            closedOnPublicHolidays: true);

        var words = new OpeningHours(week).Describe();

        Assert.Equal(
            "월요일부터 수요일까지 오전 아홉 시부터 낮 열두 시까지, 오후 한 시부터 오후 여섯 시까지, 주말 오전 열 시부터 오후 한 시까지",
            words.In(Language.Korean));
        Assert.Equal("Monday to Wednesday from 9 a.m. to noon and from 1 p.m. to 6 p.m., and weekends from 10 a.m. to 1 p.m.", words.In(Language.English));
    }

    [Fact]
    public void A_week_without_hours_is_never_open()
    {
        var hours = new OpeningHours(new WeeklySchedule([], closedOnPublicHolidays: false));

        var state = hours.At(SeoulMoments.At("2026-11-24T10:00:00"));

        Assert.Equal(new HoursState(false, HoursReason.OutsideHours, null, null, null), state);
        Assert.Equal("closed every day", hours.Describe().In(Language.English));
    }

    [Theory]
    [InlineData(18, 9)]
    [InlineData(9, 9)]
    [InlineData(22, 30)]
    [InlineData(-1, 9)]
    public void An_interval_that_is_none_is_refused_with_a_sentence(int opens, int closes)
    {
        var fault = Assert.Throws<ArgumentException>(() => new WeeklySchedule([On(DayOfWeek.Monday, opens, closes)], closedOnPublicHolidays: true));

        Assert.Contains("must open before it closes", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_is_told_at_once()
    {
        var faults = WeeklySchedule.Faults([On(DayOfWeek.Monday, 9, 12), On(DayOfWeek.Monday, 11, 18), On(DayOfWeek.Friday, 20, 19)]);

        Assert.Equal(2, faults.Count);
        Assert.Contains(faults, fault => string.Equals(fault, "Monday 09:00-12:00 and Monday 11:00-18:00 overlap.", StringComparison.Ordinal));
    }

    [Fact]
    public void Intervals_that_touch_are_one_opening()
    {
        var hours = new OpeningHours(new([On(DayOfWeek.Monday, 9, 24), On(DayOfWeek.Tuesday, 0, 6)], closedOnPublicHolidays: false));

        var state = hours.At(SeoulMoments.At("2026-11-23T23:00:00"));

        Assert.Equal(SeoulMoments.At("2026-11-24T06:00:00"), state.ClosesAt);
    }

    [Fact]
    public void Two_weeks_with_the_same_intervals_are_equal()
    {
        var week = WeeklySchedule.Of(HoursProfile.Weekday0918);

        Assert.Equal(new WeeklySchedule(week.Intervals.Reverse(), closedOnPublicHolidays: true), week);
        Assert.NotEqual(new WeeklySchedule(week.Intervals, closedOnPublicHolidays: false), week);
    }

    private static OpenInterval On(DayOfWeek day, int opens, int closes) => new(day, TimeSpan.FromHours(opens), TimeSpan.FromHours(closes));
}
