using CsCheck;
using Hotline.CallFlow.Hours;

namespace Hotline.CallFlow.Tests;

public sealed class SafeWindowsTests
{
    [Fact]
    public void As_soon_as_possible_is_now_until_it_closes()
    {
        Assert.Equal(new SafeWindow(Line.Tuesday14, Line.Tuesday14.AddHours(4), AsSoonAsPossible: true), SafeWindows.AsSoonAsPossible(Line.Open));
    }

    [Fact]
    public void After_hours_it_is_the_next_opening()
    {
        Assert.Equal(At(25, 9), SafeWindows.AsSoonAsPossible(Line.Closed)!.From);
    }

    [Fact]
    public void Minutes_before_closing_it_is_the_next_day_because_nobody_could_keep_the_promise()
    {
        Assert.Equal(At(25, 9), SafeWindows.AsSoonAsPossible(Line.Open with { Now = At(24, 17).AddMinutes(45) })!.From);
    }

    [Fact]
    public void A_morning_that_is_over_is_the_next_one()
    {
        Assert.Equal(new SafeWindow(At(25, 9), At(25, 12), AsSoonAsPossible: false), SafeWindows.Next(DayPart.Morning, Line.Open));
    }

    [Fact]
    public void An_evening_is_cut_to_the_hours_or_refused()
    {
        Assert.Null(SafeWindows.Next(DayPart.Evening, Line.Open));
        Assert.Equal(At(24, 18), SafeWindows.Next(DayPart.Evening, Line.Open with { Hours = OpeningHours.Of(HoursProfile.Daily0922) })!.From);
    }

    [Fact]
    public void Holidays_are_skipped()
    {
        var christmas = SafeWindows.Next(DayPart.Morning, Line.Holiday)!;

        Assert.Equal(new DateOnly(2026, 12, 28), SeoulTime.DateOf(christmas.From));
        Assert.Null(SafeWindows.On(new DateOnly(2026, 12, 25), DayPart.Afternoon, Line.Holiday));
    }

    [Fact]
    public void The_days_offered_are_the_next_three_with_counselors()
    {
        var friday = Line.Open with { Now = At(27, 10) };

        Assert.Equal([new DateOnly(2026, 11, 30), new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 2)], SafeWindows.Days(3, friday).ToArray());
    }

    [Fact]
    public void No_window_ever_lies_outside_the_hours_or_in_the_past()
    {
        Gen.Select(Gen.Int[0, 60 * 24 * 60], Gen.Enum<DayPart>(), Gen.Enum<HoursProfile>()).Sample((minutes, part, profile) =>
        {
            var facts = Line.Open with { Now = Line.Tuesday14.AddMinutes(minutes), Hours = OpeningHours.Of(profile) };

            foreach (var window in new[] { SafeWindows.Next(part, facts), SafeWindows.AsSoonAsPossible(facts) })
            {
                if (window is null)
                    continue;
                Assert.True(window.From >= facts.Now && window.To - window.From >= TimeSpan.FromMinutes(30));
                Assert.True(facts.Hours.IsOpenAt(window.From) && facts.Hours.IsOpenAt(window.To.AddTicks(-1)));
            }
        });
    }

    private static DateTimeOffset At(int day, int hour) => new(2026, 11, day, hour, 0, 0, SeoulTime.Offset);
}
