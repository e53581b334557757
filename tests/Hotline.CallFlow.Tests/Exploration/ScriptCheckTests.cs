using Hotline.CallFlow.Exploration;
using Xunit.Abstractions;

namespace Hotline.CallFlow.Tests.Exploration;

public sealed class ScriptCheckTests(ITestOutputHelper output)
{
    /// <summary>Prompts of the host: spoken to counselors, on outgoing calls, or around the flow.</summary>
    private static readonly string[] NotOfTheFlow =
        ["whisper.", "outbound.", "dark.", "caller.", "transfer.warm", "queue.connecting", "recording.live.", "error.reconnect", "callback.review."];

    [Fact]
    public void Every_way_through_a_call_keeps_the_promises_of_the_line()
    {
        var report = ScriptCheck.Run(Script.Shipped, Circumstance.All(Line.Open), NamedKeys.Of);

        output.WriteLine($"{report.States} states, {report.Transitions} transitions, {report.Prompts.Length} prompts heard");
        Assert.True(report.Faults.IsEmpty, string.Join('\n', report.Faults.Take(60)));
        Assert.Empty(report.Prompts.Except(NamedKeys.Korean.Keys));
        Assert.Empty(NamedKeys.Korean.Keys
            .Where(key => !NotOfTheFlow.Any(host => key.StartsWith(host, StringComparison.Ordinal) && !string.Equals(key, "callback.review", StringComparison.Ordinal)))
            .Except(report.Prompts));
    }
}
