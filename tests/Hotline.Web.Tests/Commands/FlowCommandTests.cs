using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Dapper;
using Hotline.CallFlow;
using Hotline.Web.Commands;

namespace Hotline.Web.Tests.Commands;

[SupportedOSPlatform("linux")]
public sealed partial class FlowCommandTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public async Task The_script_as_it_is_shipped_has_no_faults()
    {
        var commands = new CommandUnderTest();
        await commands.InitializeAsync();

        var run = await commands.RunAsync(FlowCommand.Create, "check");
        await commands.DisposeAsync();

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Matches("^[0-9]+ states, [0-9]+ transitions, [0-9]+ prompts, 0 faults$", run.Output.TrimEnd());
    }

    [Fact]
    public async Task An_agency_table_that_leaves_callers_alone_is_a_fault()
    {
        var commands = new CommandUnderTest();
        await commands.InitializeAsync();
        await using (var connection = await commands.Database.Source.OpenConnectionAsync())
            await connection.ExecuteAsync("update agencies set hours_profile = 'Weekday0918' where key = 'w1366'");

        // The one world in which it shows: walking all of them takes a while.
        var run = await commands.RunAsync(services => FlowCommand.Create(services, line => [.. DeployedLine.Circumstances(line).Where(world => world.Name is "closed for the day")]), "check");
        await commands.DisposeAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Matches("\\(closed for the day\\): .*\n([^\n]*\n)*[0-9]+ states, .* [1-9][0-9]* faults$", run.Output.TrimEnd());
    }

    [Fact]
    public async Task The_drawing_is_mermaid_with_a_box_for_every_step()
    {
        var run = await DrawAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("flowchart ", run.Output, StringComparison.Ordinal);
        Assert.All(Script.Shipped.Rows, row => Assert.Contains($"\"{row.Title}\"", run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_picture_holds_every_step_once_and_every_way_and_no_two_boxes_overlap()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".svg");
        var mermaid = (await DrawAsync()).Output;

        var run = await DrawAsync("--svg", file);
        var picture = XDocument.Parse(await File.ReadAllTextAsync(file));
        File.Delete(file);

        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        var texts = picture.Descendants(Svg + "text").Select(text => text.Value).ToList();
        Assert.All(Script.Shipped.Rows, row => Assert.Contains(row.Title, texts));
        Assert.Equal(Ways().Count(mermaid), texts.Count(text => text.Contains(" → ", StringComparison.Ordinal)));
        var boxes = picture.Descendants(Svg + "rect").Where(box => box.Attribute("rx") is not null).Select(box => (
            X: (int)box.Attribute("x")!, Y: (int)box.Attribute("y")!, Width: (int)box.Attribute("width")!, Height: (int)box.Attribute("height")!)).ToList();
        Assert.Equal(Script.Shipped.Rows.Length + 1, boxes.Count);
        Assert.DoesNotContain(
            from one in boxes
            from other in boxes
            where one != other && one.X < other.X + other.Width && other.X < one.X + one.Width && one.Y < other.Y + other.Height && other.Y < one.Y + one.Height
            select (one, other),
            _ => true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no/such/folder/flow.svg")]
    public async Task A_file_that_cannot_be_written_is_one_sentence_and_exit_code_two(string file)
    {
        var run = await DrawAsync("--svg", file);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("--svg must name", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Trim().Split('\n'));
    }

    private static async Task<(int ExitCode, string Output, string Error)> DrawAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var command = FlowCommand.Create(() => throw new InvalidOperationException("A drawing needs no services."));
        var code = await command.Parse(["draw", .. arguments]).InvokeAsync(new() { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    [GeneratedRegex(" (-->|\\.->) ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Ways();
}
