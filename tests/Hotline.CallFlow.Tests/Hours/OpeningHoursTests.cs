using CsCheck;
using Hotline.CallFlow.Hours;
using static Hotline.CallFlow.Tests.Hours.SeoulMoments;

namespace Hotline.CallFlow.Tests.Hours;

public sealed class OpeningHoursTests
{
    private static readonly OpeningHours Weekday = OpeningHours.Of(HoursProfile.Weekday0918);

    [Theory]
    [InlineData("2026-09-23T08:59:59", false)]
    [InlineData("2026-09-23T09:00:00", true)]
    [InlineData("2026-09-23T17:59:59", true)]
    [InlineData("2026-09-23T18:00:00", false)]
    [InlineData("2026-09-26T10:00:00", false)] // Saturday
    [InlineData("2026-05-01T10:00:00", false)]
    [InlineData("2025-05-01T10:00:00", true)]
    [InlineData("2026-07-17T10:00:00", false)]
    [InlineData("2025-07-17T10:00:00", true)]
    [InlineData("2026-09-28T10:00:00", true)]
    [InlineData("2026-12-25T10:00:00", false)]
    public void On_weekdays_the_line_is_open_from_nine_until_just_before_six(string moment, bool open) =>
        Assert.Equal(open, Weekday.At(At(moment)).IsOpen);

    [Fact]
    public void The_next_opening_skips_a_weekend_chained_to_holidays()
    {
        var state = Weekday.At(At("2026-09-23T18:00:00"));

        Assert.Equal(new HoursState(false, HoursReason.OutsideHours, null, At("2026-09-28T09:00:00"), null), state);
    }

    [Fact]
    public void An_open_line_knows_when_it_closes()
    {
        var state = Weekday.At(At("2026-09-23T10:00:00"));

        Assert.Equal(new HoursState(true, HoursReason.WeeklyHours, null, null, At("2026-09-23T18:00:00")), state);
    }

    [Fact]
    public void The_date_is_that_of_Seoul_and_not_of_UTC()
    {
        var state = Weekday.At(new DateTimeOffset(2026, 2, 15, 15, 0, 0, TimeSpan.Zero));

        Assert.Equal(HoursReason.PublicHoliday, state.Reason);
        Assert.Equal("설날 전날", state.HolidayName?.In(Language.Korean));
        Assert.Equal(At("2026-02-19T09:00:00"), state.NextOpen);
    }

    [Fact]
    public void Seoul_is_nine_hours_ahead_on_any_machine_and_in_any_season()
    {
        Assert.Equal(At("2026-07-01T09:00:00"), SeoulTime.In(new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal(new DateOnly(2026, 1, 2), SeoulTime.DateOf(new DateTimeOffset(2026, 1, 1, 15, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void A_substitute_is_named_without_brackets()
    {
        var name = Weekday.At(At("2026-05-25T10:00:00")).HolidayName;

        Assert.Equal("부처님 오신 날 대체공휴일", name?.In(Language.Korean));
        Assert.Equal("Buddha's Birthday substitute holiday", name?.In(Language.English));
    }

    [Theory]
    [InlineData("2026-01-01T10:00:00", "일월 일일")]
    [InlineData("2027-03-01T10:00:00", "삼일절")]
    public void A_holiday_that_is_written_with_digits_is_said_in_words(string moment, string name) =>
        Assert.Equal(name, Weekday.At(At(moment)).HolidayName?.In(Language.Korean));

    [Theory]
    [InlineData(HoursProfile.Always, "2026-09-25T03:00:00")]
    [InlineData(HoursProfile.Daily0922, "2026-09-25T21:59:59")]
    public void A_line_that_promises_every_day_is_open_on_holidays(HoursProfile profile, string moment) =>
        Assert.True(OpeningHours.Of(profile).At(At(moment)).IsOpen);

    [Fact]
    public void A_line_that_is_always_open_neither_closes_nor_opens_again()
    {
        var state = OpeningHours.Always.At(At("2026-09-25T03:00:00"));

        Assert.Equal(new HoursState(true, HoursReason.WeeklyHours, null, null, null), state);
    }

    [Fact]
    public void An_emergency_closure_beats_a_special_opening_and_the_week()
    {
        var hours = Weekday with
        {
            Overrides =
            [
                new HoursOverride.SpecialOpen(At("2026-11-24T08:00:00"), At("2026-11-24T20:00:00")),
                new HoursOverride.EmergencyClosure(At("2026-11-24T10:00:00"), At("2026-11-24T11:00:00")),
            ],
        };

        Assert.Equal(new HoursState(true, HoursReason.SpecialOpen, null, null, At("2026-11-24T10:00:00")), hours.At(At("2026-11-24T08:30:00")));
        Assert.Equal(new HoursState(false, HoursReason.EmergencyClosure, null, At("2026-11-24T11:00:00"), null), hours.At(At("2026-11-24T10:00:00")));
        Assert.Equal(new HoursState(true, HoursReason.SpecialOpen, null, null, At("2026-11-24T20:00:00")), hours.At(At("2026-11-24T11:00:00")));
    }

    [Fact]
    public void A_special_opening_beats_a_public_holiday()
    {
        var hours = Weekday with { Overrides = [new HoursOverride.SpecialOpen(At("2026-09-25T10:00:00"), At("2026-09-25T14:00:00"))] };

        Assert.Equal(At("2026-09-25T10:00:00"), hours.At(At("2026-09-23T18:00:00")).NextOpen);
        Assert.Equal(HoursReason.SpecialOpen, hours.At(At("2026-09-25T10:00:00")).Reason);
        Assert.Equal(HoursReason.PublicHoliday, hours.At(At("2026-09-25T14:00:00")).Reason);
    }

    [Fact]
    public void A_holiday_that_staff_enter_counts_at_once()
    {
        var hours = Weekday with { DatedHolidays = [new(new(2026, 11, 24), "임시공휴일", "Temporary holiday")] };

        var state = hours.At(At("2026-11-24T10:00:00"));

        Assert.Equal(HoursReason.PublicHoliday, state.Reason);
        Assert.Equal("임시공휴일", state.HolidayName?.In(Language.Korean));
    }

    [Fact]
    public void Hours_that_differ_in_a_holiday_alone_are_not_equal_and_do_not_share_an_answer()
    {
        DatedHoliday holiday = new(new(2026, 11, 24), "임시공휴일", "Temporary holiday");
        var added = Weekday with { DatedHolidays = [.. Weekday.DatedHolidays, holiday] };

        Assert.True(Weekday.At(At("2026-11-24T10:00:00")).IsOpen);
        Assert.False(added.At(At("2026-11-24T10:00:00")).IsOpen);
        Assert.NotEqual(Weekday, added);
        Assert.Equal(Weekday, added with { DatedHolidays = [.. ShippedHolidays.All] });
    }

    [Theory]
    [InlineData("2051-01-03T10:00:00")]
    [InlineData("2013-06-03T10:00:00")]
    public void A_year_without_a_calendar_is_closed_and_says_why(string moment)
    {
        var state = Weekday.At(At(moment));

        Assert.Equal(HoursReason.CalendarUnknown, state.Reason);
        Assert.False(state.IsOpen);
    }

    [Fact]
    public void The_last_known_evening_promises_no_opening_in_the_unknown_year()
    {
        var state = Weekday.At(At("2050-12-30T18:00:00"));

        Assert.Equal(At("2050-12-31T18:00:00"), Weekday.At(At("2050-12-30T10:00:00")).ClosesAt?.AddDays(1));
        Assert.Null(Weekday.At(At("2050-12-31T18:00:00")).NextOpen);
        Assert.NotNull(state.ToString());
    }

    [Fact]
    public void A_closure_longer_than_two_months_promises_no_opening()
    {
        var hours = Weekday with { Overrides = [new HoursOverride.EmergencyClosure(At("2026-11-01T00:00:00"), At("2027-11-01T00:00:00"))] };

        var state = hours.At(At("2026-11-24T10:00:00"));

        Assert.Equal(new HoursState(false, HoursReason.EmergencyClosure, null, null, null), state);
    }

    [Fact]
    public void The_next_change_is_the_first_moment_with_the_other_answer()
    {
        var minute = Gen.Int[0, 4 * 365 * 24 * 60].Select(minutes => At("2026-01-01T00:00:00").AddMinutes(minutes));
        var hours = Gen.OneOf(Gen.Const(Weekday), Gen.Const(OpeningHours.Of(HoursProfile.Daily0922)));

        Gen.Select(minute, hours).Sample((now, line) =>
        {
            var state = line.At(now);
            var change = Assert.NotNull(state.IsOpen ? state.ClosesAt : state.NextOpen);
            Assert.True(change > now);
            Assert.Equal(state.IsOpen, line.IsOpenAt(now.ToUniversalTime()));
            Assert.Equal(!state.IsOpen, line.At(change).IsOpen);
            Assert.Equal(state.IsOpen, line.At(change.AddTicks(-1)).IsOpen);
            for (var between = now; between < change; between = between.AddMinutes(30))
                Assert.Equal(state.IsOpen, line.IsOpenAt(between));
        }, iter: 100);
    }
}
