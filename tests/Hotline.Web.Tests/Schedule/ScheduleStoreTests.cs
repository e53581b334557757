using System.Runtime.Versioning;
using Hotline.CallFlow.Hours;
using Hotline.Web.Hosting;
using Hotline.Web.Schedule;
using Hotline.Web.Tests.Harness;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Hotline.Web.Tests.Schedule;

[SupportedOSPlatform("linux")]
public sealed class ScheduleStoreTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Tuesday10 = new(2026, 11, 24, 10, 0, 0, SeoulTime.Offset);
    private static readonly DateOnly Election = new(2027, 3, 3);

    private readonly FakeTimeProvider clock = new(Tuesday10);
    private PostgresDatabase? database;

    private PostgresDatabase Database => database!;

    public async Task InitializeAsync() => database = await (await PostgresTemplate.SharedAsync()).CreateDatabaseAsync();

    public async Task DisposeAsync() => await Database.DisposeAsync();

    [Fact]
    public async Task The_first_start_writes_its_profile_down_and_later_settings_no_longer_count()
    {
        await NewNode("Daily0922").InitialiseAsync(CancellationToken.None);
        await NewNode("Always").InitialiseAsync(CancellationToken.None);

        var hours = await NewNode("Always").HoursAsync(CancellationToken.None);

        Assert.Equal(OpeningHours.Of(HoursProfile.Daily0922), hours);
    }

    [Fact]
    public async Task Before_anything_is_written_down_the_setting_answers_and_is_not_kept()
    {
        var before = await NewNode("Daily0922").HoursAsync(CancellationToken.None);
        await NewNode("Always").InitialiseAsync(CancellationToken.None);

        Assert.Equal(OpeningHours.Of(HoursProfile.Daily0922), before);
        Assert.Equal(OpeningHours.Always, await NewNode("Daily0922").HoursAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Two_nodes_that_start_together_write_one_schedule()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => NewNode().InitialiseAsync(CancellationToken.None)));

        Assert.Equal(OpeningHours.Of(HoursProfile.Weekday0918), await NewNode().HoursAsync(CancellationToken.None));
    }

    [Fact]
    public async Task New_weekly_hours_are_in_force_here_at_once_and_elsewhere_within_five_seconds()
    {
        var (here, there) = await TwoNodesAsync();
        var week = new WeeklySchedule(
            [new(DayOfWeek.Tuesday, new(0, 0, 0), new(9, 30, 0)), new(DayOfWeek.Saturday, new(13, 0, 0), WeeklySchedule.EndOfDay)], closedOnPublicHolidays: false);

        await here.SetWeeklyAsync(week, "관리자", CancellationToken.None);

        Assert.Equal(week, (await here.HoursAsync(CancellationToken.None)).Weekly);
        Assert.Equal(HoursProfile.Weekday0918, (await ProfileAsync(there)));
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(week, (await there.HoursAsync(CancellationToken.None)).Weekly);
    }

    [Fact]
    public async Task An_emergency_closure_closes_at_once_and_its_cancelling_opens_again_and_both_stay_written_down()
    {
        var (here, there) = await TwoNodesAsync();

        var added = await here.AddOverrideAsync(new HoursOverride.EmergencyClosure(Tuesday10, Tuesday10.AddHours(3)), "정전", "김팀장", CancellationToken.None);
        var closed = (await here.HoursAsync(CancellationToken.None)).At(Tuesday10);
        clock.Advance(TimeSpan.FromSeconds(5));
        var closedThere = (await there.HoursAsync(CancellationToken.None)).At(Tuesday10);
        var entered = Assert.Single(await here.OverridesAsync(CancellationToken.None));
        var cancelled = await here.CancelOverrideAsync(entered.Id, "이팀장", CancellationToken.None);

        Assert.IsType<ScheduleChange.Done>(added);
        Assert.Equal((false, HoursReason.EmergencyClosure), (closed.IsOpen, closed.Reason));
        Assert.Equal(closed, closedThere);
        Assert.IsType<ScheduleChange.Done>(cancelled);
        Assert.True((await here.HoursAsync(CancellationToken.None)).IsOpenAt(Tuesday10));
        var kept = Assert.Single(await here.OverridesAsync(CancellationToken.None));
        Assert.Equal(("emergency-closure", "정전", "김팀장", "이팀장"), (kept.Kind, kept.Reason, kept.AddedBy, kept.CancelledBy));
        Assert.Equal(clock.GetUtcNow(), kept.CancelledAt);
        Assert.IsType<ScheduleChange.Refused>(await here.CancelOverrideAsync(entered.Id, "이팀장", CancellationToken.None));
    }

    [Fact]
    public async Task A_special_opening_opens_on_a_day_that_is_closed()
    {
        var (here, _) = await TwoNodesAsync();
        var christmas = new DateTimeOffset(2026, 12, 25, 10, 0, 0, SeoulTime.Offset);

        await here.AddOverrideAsync(new HoursOverride.SpecialOpen(christmas, christmas.AddHours(2)), "특별 상담", "김팀장", CancellationToken.None);

        var hours = await here.HoursAsync(CancellationToken.None);
        Assert.Equal(HoursReason.SpecialOpen, hours.At(christmas).Reason);
        Assert.Equal(HoursReason.PublicHoliday, hours.At(christmas.AddHours(2)).Reason);
    }

    [Theory]
    [InlineData(1, 1, "정전", "The end must come after the beginning.")]
    [InlineData(-2, -1, "정전", "The end must lie in the future")]
    [InlineData(1, 2, " ", "A reason is needed")]
    public async Task An_override_that_makes_no_sense_is_refused_in_a_sentence(int fromHours, int toHours, string reason, string sentence)
    {
        var (here, _) = await TwoNodesAsync();

        var change = await here.AddOverrideAsync(
            new HoursOverride.EmergencyClosure(Tuesday10.AddHours(fromHours), Tuesday10.AddHours(toHours)), reason, "김팀장", CancellationToken.None);

        Assert.StartsWith(sentence, Assert.IsType<ScheduleChange.Refused>(change).Sentence, StringComparison.Ordinal);
        Assert.Empty(await here.OverridesAsync(CancellationToken.None));
    }

    [Fact]
    public async Task An_election_day_can_be_entered_once_and_removed_and_entered_again()
    {
        var (here, _) = await TwoNodesAsync();
        var morning = SeoulTime.At(Election, TimeSpan.FromHours(10));
        var holiday = new DatedHoliday(Election, "대통령선거", "Presidential election");

        Assert.IsType<ScheduleChange.Done>(await here.AddHolidayAsync(holiday, "김팀장", CancellationToken.None));
        Assert.IsType<ScheduleChange.Refused>(await here.AddHolidayAsync(holiday, "김팀장", CancellationToken.None));
        var state = (await here.HoursAsync(CancellationToken.None)).At(morning);
        Assert.Equal("대통령선거", state.HolidayName?.Ko);
        Assert.IsType<ScheduleChange.Done>(await here.RemoveHolidayAsync(Election, "이팀장", CancellationToken.None));
        Assert.True((await here.HoursAsync(CancellationToken.None)).IsOpenAt(morning));
        Assert.IsType<ScheduleChange.Refused>(await here.RemoveHolidayAsync(Election, "이팀장", CancellationToken.None));
        Assert.IsType<ScheduleChange.Done>(await here.AddHolidayAsync(holiday, "김팀장", CancellationToken.None));
        Assert.False((await here.HoursAsync(CancellationToken.None)).IsOpenAt(morning));
    }

    [Fact]
    public async Task A_shipped_holiday_that_was_removed_does_not_come_back_with_the_next_start()
    {
        var (here, _) = await TwoNodesAsync();
        var shipped = ShippedHolidays.All[^1].Date;

        await here.RemoveHolidayAsync(shipped, "김팀장", CancellationToken.None);
        await here.InitialiseAsync(CancellationToken.None);

        Assert.Equal(ShippedHolidays.All.SkipLast(1), (await here.HoursAsync(CancellationToken.None)).DatedHolidays.AsEnumerable());
    }

    [Fact]
    public async Task The_surge_switch_works_here_at_once_and_elsewhere_within_five_seconds()
    {
        var (here, there) = await TwoNodesAsync();

        await here.SetSurgeAsync(isOn: true, "김팀장", CancellationToken.None);

        Assert.True(await here.SurgeAsync(CancellationToken.None));
        Assert.False(await there.SurgeAsync(CancellationToken.None));
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.True(await there.SurgeAsync(CancellationToken.None));
        await there.SetSurgeAsync(isOn: false, "김팀장", CancellationToken.None);
        Assert.False(await there.SurgeAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_schedule_that_did_not_change_is_the_same_object_when_it_is_read_again()
    {
        var (here, _) = await TwoNodesAsync();

        var before = await here.HoursAsync(CancellationToken.None);
        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Same(before, await here.HoursAsync(CancellationToken.None));
    }

    private async Task<(ScheduleStore Here, ScheduleStore There)> TwoNodesAsync()
    {
        var (here, there) = (NewNode(), NewNode());
        await here.InitialiseAsync(CancellationToken.None);
        await there.CurrentAsync(CancellationToken.None);
        return (here, there);
    }

    private ScheduleStore NewNode(string profile = "Weekday0918") =>
        new(Database.Source, Options.Create(new ScheduleOptions { Profile = profile }), new RandomIds(clock), clock);

    private static async Task<HoursProfile?> ProfileAsync(ScheduleStore node)
    {
        var weekly = (await node.HoursAsync(CancellationToken.None)).Weekly;
        return Enum.GetValues<HoursProfile>().Cast<HoursProfile?>().FirstOrDefault(profile => WeeklySchedule.Of(profile!.Value) == weekly);
    }
}
