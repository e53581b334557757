using System.Runtime.Versioning;
using System.Text.Json;
using Hotline.Web.Commands;
using Hotline.Web.Tests.Commands;

namespace Hotline.Web.Tests.Hosting;

[SupportedOSPlatform("linux")]
public sealed class ProcessorsCommandTests(CommandUnderTest commands) : IClassFixture<CommandUnderTest>
{
    [Fact]
    public async Task The_list_names_who_gets_personal_data_and_on_which_ground()
    {
        var run = await commands.RunAsync(ProcessorsCommand.Create, "list");

        Assert.Equal((0, "twilio\tapi.twilio.com\tNO GROUND\t-\t-", ""), (run.ExitCode, run.Output.TrimEnd(), run.Error));
    }

    [Fact]
    public async Task The_list_is_there_for_scripts()
    {
        using var rows = JsonDocument.Parse((await commands.RunAsync(ProcessorsCommand.Create, "list", "--json")).Output);

        var row = Assert.Single(rows.RootElement.EnumerateArray());
        Assert.Equal(("twilio", "api.twilio.com"), (row.GetProperty("adapter").GetString(), row.GetProperty("host").GetString()));
        Assert.False(row.GetProperty("isDomestic").GetBoolean());
        Assert.Equal(JsonValueKind.Null, row.GetProperty("ground").ValueKind);
    }
}
