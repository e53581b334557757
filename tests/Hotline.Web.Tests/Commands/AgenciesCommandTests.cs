using System.Runtime.Versioning;
using System.Text.Json;
using Hotline.Web.Commands;

namespace Hotline.Web.Tests.Commands;

[SupportedOSPlatform("linux")]
public sealed class AgenciesCommandTests(CommandUnderTest commands) : IClassFixture<CommandUnderTest>
{
    [Fact]
    public async Task The_list_shows_what_is_dialled_and_what_needs_verification()
    {
        var run = await RunAsync("list");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("suicide\t자살예방 상담전화\t109\tWarm\t+82109\tAlways\tverified 2026-11-24 by initial table", run.Output, StringComparison.Ordinal);
        Assert.Contains("police\t경찰 긴급신고\t112\tNone\t-\t", run.Output, StringComparison.Ordinal);
        Assert.Contains("sunflower\t해바라기센터\t1899-3075\tPointOnly\t-\tAlways\tNOT VERIFIED", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_there_for_scripts()
    {
        using var rows = JsonDocument.Parse((await RunAsync("list", "--json")).Output);

        var row = rows.RootElement.EnumerateArray().Single(agency => agency.GetProperty("key").GetString() is "w1366");
        Assert.Equal("여성긴급전화", row.GetProperty("nameKo").GetString());
        Assert.Equal("+8221366", row.GetProperty("dialled").GetString());
        Assert.Equal("2026-11-24", row.GetProperty("verifiedOn").GetString());
        Assert.False(row.GetProperty("needsVerification").GetBoolean());
    }

    [Fact]
    public async Task Verifying_records_the_day_in_seoul_and_the_name()
    {
        var later = new CommandUnderTest();
        await later.InitializeAsync();
        later.Clock.SetUtcNow(new DateTimeOffset(2027, 3, 1, 16, 0, 0, TimeSpan.Zero));

        var before = await later.RunAsync(AgenciesCommand.Create, "list");
        var run = await later.RunAsync(AgenciesCommand.Create, "verify", "kcsc", "--by", "김팀장");
        var after = await later.RunAsync(AgenciesCommand.Create, "list");
        await later.DisposeAsync();

        Assert.Contains("kcsc\t방송미디어통신심의위원회\t1377\tCold\t+821377\tAlways\tVERIFY AGAIN, last 2026-11-24 by initial table", before.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("kcsc\t방송미디어통신심의위원회\t1377\tCold\t+821377\tAlways\tverified 2027-03-02 by 김팀장", after.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_can_be_changed_and_put_back_to_the_prefix()
    {
        var own = await RunAsync("set", "youth", "--dial", "sip:1388@trunk.example.kr", "--digits", "02-1388");
        var prefixed = await RunAsync("set", "youth", "--dial", "");

        Assert.Equal("youth\t청소년전화\t02-1388\tCold\tsip:1388@trunk.example.kr\tAlways\tNOT VERIFIED", own.Output.TrimEnd());
        Assert.Equal("youth\t청소년전화\t02-1388\tCold\t+8221388\tAlways\tNOT VERIFIED", prefixed.Output.TrimEnd());
    }

    [Theory]
    [InlineData("There is no agency with that key", "verify", "nobody", "--by", "김팀장")]
    [InlineData("--by must name who verified", "verify", "kcsc")]
    [InlineData("There is no agency with that key", "set", "nobody", "--digits", "1366")]
    [InlineData("Say what to change", "set", "legal")]
    [InlineData("--digits must be a number as people know it", "set", "legal", "--digits", "132번")]
    [InlineData("--digits must be a number as people know it", "set", "legal", "--digits", "+82132")]
    [InlineData("--announce must be a number", "set", "legal", "--announce", "일삼이")]
    [InlineData("--dial must be a number in E.164 or a SIP address", "set", "legal", "--dial", "132")]
    [InlineData("--mode must be one of None, Cold, Warm, PointOnly.", "set", "legal", "--mode", "cold")]
    [InlineData("112 and 119 are never dialled", "set", "police", "--mode", "Cold")]
    [InlineData("112 and 119 are never dialled", "set", "legal", "--digits", "119")]
    [InlineData("w1366 must stay Cold or Warm", "set", "w1366", "--mode", "None")]
    public async Task Bad_input_is_one_sentence_and_exit_code_two(string sentence, params string[] arguments)
    {
        var run = await RunAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith(sentence, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Trim().Split('\n'));
        Assert.Empty(run.Output);
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => commands.RunAsync(AgenciesCommand.Create, arguments);
}
