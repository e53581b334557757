using Hotline.CallFlow.Speech;
using static Hotline.CallFlow.Tests.Hours.SeoulMoments;

namespace Hotline.CallFlow.Tests.Speech;

public sealed class SpokenEnglishTests
{
    private static readonly DateTimeOffset Now = At("2026-11-24T10:00:00");

    [Fact]
    public void Digits_stand_apart_so_that_a_voice_reads_them_one_by_one()
    {
        Assert.Equal("0 1 0, 0 0 0 0, 1 2 3 4", SpokenEnglish.Phone("+821000001234"));
        Assert.Equal("1 2 3 4", SpokenEnglish.PhoneLastFour("+821000001234"));
        Assert.Equal("4 7, 2 0, 9 3, 1 5", SpokenEnglish.Reference("47209315"));
        Assert.Equal("1 5 7 7, 1 3 6 6", SpokenEnglish.ShortCode("1577-1366"));
    }

    [Theory]
    [InlineData(1, "one person")]
    [InlineData(2, "2 people")]
    [InlineData(20, "20 people")]
    [InlineData(21, "more than 20 people")]
    public void People_are_counted(int count, string spoken) => Assert.Equal(spoken, SpokenEnglish.People(count));

    [Theory]
    [InlineData(0.5, "1 minute")]
    [InlineData(12, "15 minutes")]
    [InlineData(31, "30 minutes or more")]
    public void A_wait_is_rounded_up(double minutes, string spoken) => Assert.Equal(spoken, SpokenEnglish.Wait(TimeSpan.FromMinutes(minutes)));

    [Theory]
    [InlineData(0, 0, "midnight")]
    [InlineData(0, 10, "12:10 a.m.")]
    [InlineData(9, 0, "9 a.m.")]
    [InlineData(12, 0, "noon")]
    [InlineData(12, 5, "12:05 p.m.")]
    [InlineData(14, 30, "2:30 p.m.")]
    [InlineData(24, 0, "midnight")]
    public void The_clock_has_twelve_hours(int hours, int minutes, string spoken) => Assert.Equal(spoken, SpokenEnglish.Clock(new(hours, minutes, 0)));

    [Theory]
    [InlineData("2026-11-24T14:00:00", "today at 2 p.m.")]
    [InlineData("2026-11-25T09:00:00", "tomorrow at 9 a.m.")]
    [InlineData("2026-11-26T09:00:00", "on Thursday, November 26, at 9 a.m.")]
    public void A_moment_carries_its_preposition(string when, string spoken) => Assert.Equal(spoken, SpokenEnglish.Moment(At(when), Now));

    [Theory]
    [InlineData("2026-11-25T14:00:00", "2026-11-25T16:00:00", "tomorrow between 2 p.m. and 4 p.m.")]
    [InlineData("2026-11-26T18:00:00", "2026-11-27T00:00:00", "on Thursday, November 26, between 6 p.m. and midnight")]
    [InlineData("2026-11-24T23:00:00", "2026-11-25T01:00:00", "today from 11 p.m. until 1 a.m. tomorrow")]
    public void A_window_is_whole(string from, string to, string spoken) => Assert.Equal(spoken, SpokenEnglish.Window(At(from), At(to), Now));

    [Theory]
    [InlineData(120, "2 minutes")]
    [InlineData(61, "1 minute 1 second")]
    [InlineData(7200, "2 hours")]
    public void A_length_is_exact(int seconds, string spoken) => Assert.Equal(spoken, SpokenEnglish.Length(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void A_day_to_choose_has_no_preposition()
    {
        Assert.Equal("tomorrow", SpokenEnglish.Day(new(2026, 11, 25), new(2026, 11, 24)));
        Assert.Equal("Friday, November 27", SpokenEnglish.Day(new(2026, 11, 27), new(2026, 11, 24)));
    }
}
