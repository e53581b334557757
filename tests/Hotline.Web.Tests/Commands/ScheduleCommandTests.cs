using System.Runtime.Versioning;
using Hotline.CallFlow.Hours;
using Hotline.Web.Commands;
using Hotline.Web.Schedule;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Web.Tests.Commands;

[SupportedOSPlatform("linux")]
public sealed class ScheduleCommandTests(CommandUnderTest commands) : IClassFixture<CommandUnderTest>
{
    [Fact]
    public async Task Christmas_is_closed_and_the_caller_hears_why_and_until_when()
    {
        var run = await PreviewAsync("--at", "2026-12-25T10:00");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            [
                "2026-12-25 (Fri) 10:00 in Seoul: closed",
                "Why: public holiday, 기독탄신일 (Christmas)",
                "Next opening: 2026-12-28 (Mon) 09:00",
                "A caller hears first:",
            ],
            Lines(run.Output)[..4]);
        Assert.Contains(Lines(run.Output)[4..], line => line.StartsWith("  오늘은 기독탄신일 휴무입니다.", StringComparison.Ordinal));
        Assert.Contains("일삼육육", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_hour_says_when_it_ends_and_greets()
    {
        var run = await PreviewAsync("--at", "2026-11-24T17:59");

        Assert.Equal(["2026-11-24 (Tue) 17:59 in Seoul: open", "Why: weekly hours", "Closes: 2026-11-24 (Tue) 18:00"], Lines(run.Output)[..3]);
        Assert.Contains("안녕하세요. 디지털성범죄피해자지원센터입니다.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_are_listed_with_their_hours_and_what_closes_them()
    {
        var run = await PreviewAsync("--at", "2026-12-24T20:00", "--days", "5");

        Assert.Equal(
            [
                "Days:",
                "  2026-12-24 (Thu)  09:00-18:00",
                "  2026-12-25 (Fri)  closed  public holiday, 기독탄신일 (Christmas)",
                "  2026-12-26 (Sat)  closed",
                "  2026-12-27 (Sun)  closed",
                "  2026-12-28 (Mon)  09:00-18:00",
            ],
            Lines(run.Output)[^6..]);
    }

    [Theory]
    [InlineData("2026-12-25T01:00Z")]
    [InlineData("2026-12-25T10:00+09:00")]
    [InlineData("2026-12-25T10:00:00")]
    [InlineData("2026-12-25 10:00")]
    public async Task A_moment_may_be_written_in_several_ways(string at)
    {
        var run = await PreviewAsync("--at", at);

        Assert.StartsWith("2026-12-25 (Fri) 10:00 in Seoul: closed", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_staff_entered_counts_and_a_preview_leaves_nothing_behind()
    {
        var from = new DateTimeOffset(2026, 12, 1, 13, 0, 0, SeoulTime.Offset);
        await using var other = (ServiceProvider)commands.NewProcess();
        await other.GetRequiredService<ScheduleStore>().AddOverrideAsync(new HoursOverride.EmergencyClosure(from, from.AddHours(2)), "정전", "김팀장", CancellationToken.None);

        var run = await PreviewAsync("--at", "2026-12-01T14:00", "--days", "1");

        Assert.Contains("Why: emergency closure", run.Output, StringComparison.Ordinal);
        Assert.Contains("2026-12-01 (Tue)  09:00-13:00, 15:00-18:00  emergency closure", run.Output, StringComparison.Ordinal);
        await using var connection = await commands.Database.Source.OpenConnectionAsync();
        await using var kept = new Npgsql.NpgsqlCommand("select count(*) from weekly_schedules", connection);
        Assert.Equal(0L, await kept.ExecuteScalarAsync());
    }

    [Theory]
    [InlineData("--at must be a moment")]
    [InlineData("--at must be a moment", "--at", "morgen")]
    [InlineData("--at must be a moment", "--at", "2026-02-30T10:00")]
    [InlineData("--at must lie between 2014 and 2050", "--at", "2051-01-01T10:00")]
    [InlineData("--days must be a number from 1 to 60.", "--at", "2026-12-25T10:00", "--days", "0")]
    [InlineData("--days must be a number from 1 to 60.", "--at", "2026-12-25T10:00", "--days", "zwei")]
    public async Task Bad_input_is_one_sentence_and_exit_code_two(string sentence, params string[] arguments)
    {
        var run = await PreviewAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith(sentence, run.Error, StringComparison.Ordinal);
        Assert.Single(Lines(run.Error));
        Assert.Empty(run.Output);
    }

    private Task<(int ExitCode, string Output, string Error)> PreviewAsync(params string[] arguments) =>
        commands.RunAsync(ScheduleCommand.Create, ["preview", .. arguments]);

    private static string[] Lines(string text) => text.TrimEnd().Split('\n', StringSplitOptions.None).Select(line => line.TrimEnd('\r')).ToArray();
}
