using System.Runtime.Versioning;
using Hotline.Web.Tests.Harness;

namespace Hotline.Web.Tests.Voice;

/// <summary>The main job, end to end: a call becomes a case.</summary>
[SupportedOSPlatform("linux")]
public sealed class CallbackRequestTests
{
    [Fact]
    public async Task A_message_left_by_a_caller_becomes_one_case_with_its_words()
    {
        await using var line = await LineUnderTest.StartAsync();
        var message = Sounds.Read("espeak-p01.wav");
        line.World.Speech.Register(message, "누가 제 사진을 유포하겠다고 협박하고 있어요.");

        var call = await line.DialAsync();
        await call.PressAsync("3111111");
        await call.PressAsync("1");
        await call.RecordAsync(message);
        await call.PressAsync("4");
        await line.RunJobsAsync();

        Assert.True(call.IsOver, string.Join('\n', line.Log.Errors) + call.HeardText);
        Assert.True(line.World.Cases.Cases.Count == 1, await line.WorkAsync() + string.Join("\n", line.Network.Problems) + call.HeardText);
        var opened = Assert.Single(line.World.Cases.Cases);
        Assert.Equal("urgent", opened.Document.GetProperty("priority").GetString());
    }
}
