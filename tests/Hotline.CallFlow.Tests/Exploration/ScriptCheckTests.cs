using Hotline.CallFlow.Exploration;
using Xunit.Abstractions;

namespace Hotline.CallFlow.Tests.Exploration;

public sealed class ScriptCheckTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_way_through_a_call_keeps_the_promises_of_the_line()
    {
        var report = ScriptCheck.Run(Script.Shipped, Circumstance.All(Line.Open), NamedKeys.Of);

        output.WriteLine($"{report.States} states, {report.Transitions} transitions, {report.Prompts.Length} prompts heard");
        Assert.True(report.Faults.IsEmpty, string.Join('\n', report.Faults.Take(60)));
    }
}
