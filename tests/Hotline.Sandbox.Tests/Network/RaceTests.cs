using Hotline.Sandbox.Network;
using Hotline.Sandbox.Tests.Carrier;

namespace Hotline.Sandbox.Tests.Network;

/// <summary>Two things happen to a call at the same moment; neither may leave anybody hanging.</summary>
public sealed class RaceTests : IAsyncLifetime, IDisposable
{
    private const string Offer = "https://line.example.kr/hotline/voice/offer";
    private readonly CarrierFixture carrier = new();

    [Fact]
    public async Task A_caller_sent_elsewhere_while_the_other_side_hangs_up_hears_all_of_it_or_none()
    {
        carrier.Hotline.On("/voice/incoming", "<Response><Dial action=\"dialed\"><Number>+821000009999</Number></Dial></Response>")
            .On("/voice/offer", "<Response><Say>elsewhere</Say><Gather/><Say>still here</Say></Response>").On("/voice/dialed", "<Response/>");
        var caller = await carrier.Sandbox.Network.Phone(CallerKind.Mobile).DialAsync();
        var leg = await carrier.Sandbox.Network.Phone("+821000009999").AnswerAsync();

        await Task.WhenAll(carrier.PostAsync($"Calls/{caller.Sid}.json", ("Url", Offer)), leg.HangUpAsync());
        if (!caller.IsOver)
            await caller.StaySilentAsync();

        Assert.True(leg.IsOver);
        Assert.True(caller.IsOver);
        Assert.True(caller.HeardText is "" or "elsewhere\nstill here");
    }

    [Fact]
    public async Task A_hundred_callers_who_dial_and_hang_up_at_once_leave_nothing_behind()
    {
        carrier.Hotline.On("/voice/incoming", """<Response><Enqueue action="left" waitUrl="wait">line</Enqueue></Response>""")
            .On("/voice/wait", "<Response><Say>wait</Say></Response>").On("/voice/left", "<Response/>");
        var network = carrier.Sandbox.Network;

        await Task.WhenAll(Enumerable.Range(0, 100).Select(async which =>
        {
            var call = await network.Phone(CallerKind.Mobile, which).DialAsync();
            await call.HangUpAsync();
        }));

        Assert.All(network.Calls, call => Assert.True(call.IsOver));
        Assert.Empty(network.Queues.Single().Members);
        Assert.Equal(100, carrier.Hotline.All("/voice/status").Count);
    }

    [Fact]
    public async Task A_caller_who_hangs_up_while_being_taken_out_of_the_queue_does_not_leave_the_other_side_waiting()
    {
        carrier.Hotline.On("/voice/incoming", form => form["From"]!.EndsWith("0000", StringComparison.Ordinal)
                ? """<Response><Enqueue action="left" waitUrl="">line</Enqueue></Response>"""
                : """<Response><Dial action="dialed"><Queue>line</Queue></Dial></Response>""")
            .On("/voice/left", "<Response/>").On("/voice/dialed", "<Response/>");
        var network = carrier.Sandbox.Network;
        for (var round = 0; round < 50; round++)
        {
            var caller = await network.Phone(CallerKind.Mobile).DialAsync();

            var counselor = network.Phone(CallerKind.Mobile, 7).DialAsync();
            await Task.WhenAll(counselor, caller.HangUpAsync());
            if (!(await counselor).IsOver)
                await (await counselor).StaySilentAsync();

            Assert.True(caller.IsOver);
            Assert.True((await counselor).IsOver);
        }
    }

    public Task InitializeAsync() => carrier.InitializeAsync();

    public Task DisposeAsync() => carrier.DisposeAsync();

    public void Dispose() => carrier.Dispose();
}
