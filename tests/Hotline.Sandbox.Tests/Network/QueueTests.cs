using Hotline.Sandbox.Network;
using Hotline.Twilio.Webhooks;

namespace Hotline.Sandbox.Tests.Network;

public sealed class QueueTests : IDisposable
{
    private readonly StubHotline hotline = new StubHotline()
        .On("/voice/incoming", """<Response><Enqueue action="left" waitUrl="wait">line</Enqueue></Response>""")
        .On("/voice/wait", "<Response><Say>please wait</Say><Pause length=\"10\"/></Response>")
        .On("/voice/left", "<Response><Say>left</Say></Response>");

    [Fact]
    public async Task A_waiting_caller_hears_the_wait_document_over_and_over_and_each_time_it_is_asked_for_afresh()
    {
        var call = await hotline.Caller.DialAsync();
        Assert.Equal(CallActivity.InQueue, call.State);

        await call.StaySilentAsync();

        Assert.Equal(2, hotline.All("/voice/wait").Count);
        var form = hotline.Last("/voice/wait");
        Assert.Equal(("1", "1", "0"), (form["QueuePosition"], form["CurrentQueueSize"], form["QueueTime"]));
        Assert.Matches("^QU[0-9a-f]{32}$", form["QueueSid"]);
    }

    [Fact]
    public async Task The_clock_brings_the_wait_document_round_no_sooner_than_it_lasts()
    {
        var call = await hotline.Caller.DialAsync();

        hotline.Time.Advance(TimeSpan.FromSeconds(10));
        await call.SettleAsync();
        Assert.Single(hotline.All("/voice/wait"));
        hotline.Time.Advance(TimeSpan.FromSeconds(2));
        await WaitUntil.HoldsAsync(() => hotline.All("/voice/wait").Count is 2);
        await call.SettleAsync();

        Assert.Equal("12", hotline.Last("/voice/wait")["QueueTime"]);
    }

    [Fact]
    public async Task A_key_in_the_wait_document_can_lead_out_of_the_queue()
    {
        hotline.On("/voice/wait", """<Response><Gather numDigits="1" action="waitKey"><Say>press 3</Say></Gather></Response>""")
            .On("/voice/waitKey", "<Response><Leave/></Response>");
        var call = await hotline.Caller.DialAsync();

        await call.PressAsync("3");

        Assert.Equal("leave", hotline.Last("/voice/left")["QueueResult"]);
        Assert.Equal("press 3\nleft", call.HeardText);
        Assert.Empty(hotline.Network.Queues.Single().Members);
    }

    [Fact]
    public async Task A_caller_who_hangs_up_leaves_the_queue_and_the_action_is_told()
    {
        var call = await hotline.Caller.DialAsync();

        await call.HangUpAsync();

        Assert.Equal(("hangup", "completed"), (hotline.Last("/voice/left")["QueueResult"], hotline.Last("/voice/left")["CallStatus"]));
        Assert.DoesNotContain("left", call.HeardText, StringComparison.Ordinal);
        Assert.Empty(hotline.Network.Queues.Single().Members);
    }

    [Fact]
    public async Task A_full_queue_and_a_wait_document_that_fails_are_told_at_once()
    {
        hotline.On("/voice/incoming", """<Response><Enqueue action="left" waitUrl="wait" maxQueueSize="1">line</Enqueue></Response>""");
        await hotline.Caller.DialAsync();
        await hotline.Network.Phone(CallerKind.Mobile, 2).DialAsync();
        Assert.Equal("queue-full", hotline.Last("/voice/left")["QueueResult"]);

        hotline.On("/voice/wait", "<Response><Dial/></Response>").On("/voice/incoming", """<Response><Enqueue action="left" waitUrl="wait">other</Enqueue></Response>""");
        await hotline.Network.Phone(CallerKind.Mobile, 3).DialAsync();
        Assert.Equal("error", hotline.Last("/voice/left")["QueueResult"]);
    }

    [Fact]
    public async Task Dialling_the_queue_connects_its_first_caller_after_a_whisper()
    {
        var waiting = await hotline.Caller.DialAsync();
        hotline.On("/voice/incoming", """<Response><Dial action="dialed"><Queue url="announce">line</Queue></Dial></Response>""")
            .On("/voice/announce", "<Response><Say>now connected</Say></Response>")
            .On("/voice/dialed", "<Response/>");
        var counselor = await hotline.Network.Phone(CallerKind.Mobile, 77).DialAsync();

        await counselor.SpeakAsync("여보세요");
        Assert.Equal("please wait\n\nnow connected\n여보세요", waiting.HeardText);
        await counselor.HangUpAsync();

        Assert.Equal(counselor.Sid, hotline.Last("/voice/announce")["DequeingCallSid"]);
        Assert.Equal("bridged", hotline.Last("/voice/left")["QueueResult"]);
        Assert.Equal(("completed", "true", waiting.Sid), (hotline.Last("/voice/dialed")["DialCallStatus"], hotline.Last("/voice/dialed")["DialBridged"], hotline.Last("/voice/dialed")["DialCallSid"]));
        Assert.Equal(CallStatus.Completed, waiting.Status);
    }

    public void Dispose() => hotline.Dispose();
}
