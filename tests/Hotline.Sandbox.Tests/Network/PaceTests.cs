using Hotline.Sandbox.Faults;
using Hotline.Sandbox.Network;

namespace Hotline.Sandbox.Tests.Network;

public sealed class PaceTests : IDisposable
{
    private readonly StubHotline hotline = new StubHotline()
        .On("/voice/incoming", """<Response><Gather numDigits="1" action="menu" timeout="5"><Say language="ko-KR">안녕하세요. 무엇을 도와 드릴까요.</Say><Pause length="3"/></Gather><Say>bye</Say></Response>""")
        .On("/voice/menu", "<Response><Pause length=\"60\"/></Response>");

    [Fact]
    public async Task In_a_live_network_speech_takes_its_time_and_a_key_cuts_it_short()
    {
        hotline.Settings.Pace = NetworkPace.Live;
        var call = await hotline.Caller.DialAsync();
        await call.SettleAsync();
        Assert.Single(call.Heard);

        hotline.Time.Advance(TimeSpan.FromSeconds(1));
        await call.PressAsync("2");
        await call.SettleAsync();

        Assert.Equal("2", hotline.Last("/voice/menu")["Digits"]);
        Assert.False(call.IsOver);
        await AdvanceAsync(call, 61);
        Assert.True(call.IsOver);
    }

    [Fact]
    public async Task In_a_live_network_silence_ends_a_call_after_speech_and_time_out_together()
    {
        hotline.Settings.Pace = NetworkPace.Live;
        var call = await hotline.Caller.DialAsync();
        await call.SettleAsync();

        await AdvanceAsync(call, 8);
        Assert.False(call.IsOver);
        await AdvanceAsync(call, 6);

        Assert.True(call.IsOver);
        Assert.EndsWith("bye", call.HeardText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_identifiers()
    {
        using var other = new StubHotline().On("/voice/incoming", "<Response/>");
        hotline.On("/voice/incoming", "<Response/>");

        Assert.Equal((await other.Caller.DialAsync()).Sid, (await hotline.Caller.DialAsync()).Sid);
        Assert.Empty(new FaultPlan().Pending);
    }

    public void Dispose() => hotline.Dispose();

    private async Task AdvanceAsync(SimulatedCall call, int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            hotline.Time.Advance(TimeSpan.FromSeconds(1));
            await call.SettleAsync();
        }
    }
}
