using Hotline.CallFlow.Exploration;

namespace Hotline.CallFlow.Tests.Exploration;

public sealed class ScriptDrawingTests
{
    private static readonly string[] Lines = ScriptDrawing.Mermaid(Script.Shipped).Split('\n');

    [Fact]
    public void Every_step_stands_in_the_drawing_with_its_korean_name()
    {
        Assert.All(Script.Shipped.Rows, row => Assert.Contains(Lines, line => line.Contains(row.Name.ToString(), StringComparison.Ordinal) && line.Contains($"\"{row.Title}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_way_out_is_an_arrow_and_no_label_is_left_in_english()
    {
        var arrows = Lines.Where(line => line.Contains("-->", StringComparison.Ordinal)).ToList();

        Assert.Equal(Script.Shipped.Rows.Sum(row => row.Exits.Length) + Script.Shipped.Everywhere.Length, arrows.Count);
        Assert.All(arrows, arrow => Assert.DoesNotContain(arrow.Split('"')[1], char.IsAsciiLetter));
    }
}
