using System.Runtime.Versioning;
using Hotline.Web.Commands;

namespace Hotline.Web.Tests.Commands;

[SupportedOSPlatform("linux")]
public sealed class ScheduleEditingTests(CommandUnderTest commands) : IClassFixture<CommandUnderTest>
{
    [Fact]
    public async Task A_closure_is_in_force_at_once_listed_and_can_be_taken_back()
    {
        var closed = await RunAsync("close", "--from", "2026-11-25T10:00", "--to", "2026-11-25T12:00", "--reason", "전기 공사", "--by", "관리자");
        var during = await RunAsync("preview", "--at", "2026-11-25T11:00");
        var listed = await RunAsync("overrides");
        var cancelled = await RunAsync("cancel", listed.Output.Split('\t')[0], "--by", "관리자");
        var after = await RunAsync("preview", "--at", "2026-11-25T11:00");

        Assert.Equal((0, 0, 0), (closed.ExitCode, listed.ExitCode, cancelled.ExitCode));
        Assert.Contains("closed", during.Output, StringComparison.Ordinal);
        Assert.Contains("전기 공사", listed.Output, StringComparison.Ordinal);
        Assert.Contains(": open", after.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_temporary_holiday_is_spoken_and_can_be_removed()
    {
        var added = await RunAsync("add-holiday", "--date", "2027-03-03", "--ko", "임시공휴일", "--en", "Temporary holiday", "--by", "관리자");
        var during = await RunAsync("preview", "--at", "2027-03-03T10:00");
        await RunAsync("remove-holiday", "--date", "2027-03-03", "--by", "관리자");
        var after = await RunAsync("preview", "--at", "2027-03-03T10:00");

        Assert.Equal(("", 0), (added.Error, added.ExitCode));
        Assert.Contains("임시공휴일", during.Output, StringComparison.Ordinal);
        Assert.Contains(": open", after.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Surge_changes_what_a_caller_hears_first()
    {
        await RunAsync("surge", "on", "--by", "관리자");
        var surge = await RunAsync("preview", "--at", "2026-11-26T11:00");
        await RunAsync("surge", "off", "--by", "관리자");
        var calm = await RunAsync("preview", "--at", "2026-11-26T11:00");

        Assert.NotEqual(calm.Output, surge.Output);
    }

    [Theory]
    [InlineData("close", "--from", "tomorrow", "--to", "2026-11-25T12:00", "--reason", "x", "--by", "y")]
    [InlineData("close", "--from", "2026-11-25T12:00", "--to", "2026-11-25T10:00", "--reason", "x", "--by", "y")]
    [InlineData("add-holiday", "--date", "3 March", "--ko", "x", "--en", "y", "--by", "z")]
    [InlineData("surge", "perhaps", "--by", "z")]
    public async Task Bad_input_is_one_sentence_and_exit_code_2(params string[] arguments)
    {
        var run = await RunAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Single(run.Error.Trim().Split('\n'));
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => commands.RunAsync(ScheduleCommand.Create, arguments);
}
