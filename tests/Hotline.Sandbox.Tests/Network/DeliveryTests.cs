using System.Net;
using Hotline.Sandbox.Faults;
using Hotline.Sandbox.Network;
using Hotline.Twilio.Twiml;
using Hotline.Twilio.Webhooks;

namespace Hotline.Sandbox.Tests.Network;

public sealed class DeliveryTests : IDisposable
{
    private const string Hello = "<Response><Say>hello</Say></Response>";

    private readonly StubHotline hotline = new StubHotline()
        .On("/voice/incoming", Hello)
        .On("/voice/fallback", "<Response><Say>fallback</Say></Response>");

    [Fact]
    public async Task The_end_of_a_call_is_told_once_with_its_length()
    {
        hotline.On("/voice/incoming", "<Response><Gather timeout=\"60\"/></Response>");
        var call = await hotline.Caller.DialAsync();
        hotline.Time.Advance(TimeSpan.FromSeconds(59));

        await call.HangUpAsync();

        var form = Assert.Single(hotline.All("/voice/status"));
        Assert.Equal(("completed", "59", "1", "0", "call-progress-events"), (form["CallStatus"], form["CallDuration"], form["Duration"], form["SequenceNumber"], form["CallbackSource"]));
        Assert.Equal("Tue, 24 Nov 2026 01:00:59 +0000", form["Timestamp"]);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, "11200")]
    [InlineData(HttpStatusCode.NotFound, "11200")]
    public async Task A_voice_url_that_fails_is_replaced_by_the_fallback_which_is_told_why(HttpStatusCode status, string errorCode)
    {
        hotline.Answer("/voice/incoming", _ => new(status));

        var call = await hotline.Caller.DialAsync();

        Assert.Equal("fallback", call.HeardText);
        Assert.Equal((errorCode, "https://line.example.kr/hotline/voice/incoming"), (hotline.Last("/voice/fallback")["ErrorCode"], hotline.Last("/voice/fallback")["ErrorUrl"]));
        Assert.Single(hotline.All("/voice/incoming"));
    }

    [Theory]
    [InlineData("<Response><Say>", "12100")]
    [InlineData("<Response><Shout/></Response>", "12100")]
    public async Task A_document_that_cannot_be_read_leads_to_the_fallback_as_well(string twiml, string errorCode)
    {
        hotline.On("/voice/incoming", twiml);

        await hotline.Caller.DialAsync();

        Assert.Equal(errorCode, hotline.Last("/voice/fallback")["ErrorCode"]);
        Assert.Single(hotline.Network.Problems);
    }

    [Fact]
    public async Task With_the_fallback_gone_too_the_caller_hears_the_carrier_and_is_cut_off()
    {
        hotline.Answer("/voice/incoming", _ => new(HttpStatusCode.BadGateway)).Answer("/voice/fallback", _ => new(HttpStatusCode.BadGateway));

        var call = await hotline.Caller.DialAsync();

        Assert.Equal("An application error has occurred. Goodbye.", call.HeardText);
        Assert.True(call.IsOver);
    }

    [Fact]
    public async Task By_default_one_retry_follows_a_broken_connection_with_the_same_token()
    {
        hotline.Network.Faults.Next(FaultPoint.Webhook, new Fault.Drop(), "/voice/incoming");

        var call = await hotline.Caller.DialAsync();

        Assert.Equal("hello", call.HeardText);
        Assert.Single(hotline.Network.Sent.Where(sent => sent.Url.EndsWith("incoming", StringComparison.Ordinal)).Select(sent => sent.IdempotencyToken).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_lost_answer_is_not_retried_by_default_but_is_where_the_address_says_so()
    {
        hotline.Network.Faults.Next(FaultPoint.Webhook, new Fault.LoseAnswer(), "/voice/incoming");
        Assert.Equal("fallback", (await hotline.Caller.DialAsync()).HeardText);

        hotline.Network.Number.VoiceUrl += "#rc=2&rp=ct,rt,5xx&tt=13000";
        hotline.Network.Faults.Next(FaultPoint.Webhook, new Fault.LoseAnswer(), "/voice/incoming");
        hotline.Network.Faults.Next(FaultPoint.Webhook, new Fault.Answer(503), "/voice/incoming");
        Assert.Equal("hello", (await hotline.Caller.DialAsync()).HeardText);

        Assert.Single(hotline.Asked.Where(asked => asked.Path is "/voice/incoming").TakeLast(2).Select(asked => asked.Token).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_answer_that_takes_fifteen_seconds_is_not_waited_for()
    {
        using var slow = new SlowHotline(hotline.Time);
        var network = new TelephoneNetwork(hotline.Settings, new HttpMessageInvoker(slow), hotline.Time, new FaultPlan());
        var dialing = network.Phone(CallerKind.Mobile).DialAsync();

        for (var request = 0; request < 3; request++)
        {
            Assert.True(await slow.Asked.WaitAsync(TimeSpan.FromSeconds(10)));
            hotline.Time.Advance(TimeSpan.FromSeconds(15));
        }

        Assert.Equal("An application error has occurred. Goodbye.", (await dialing).HeardText);
        Assert.All(network.Problems, problem => Assert.Equal(11205, problem.ErrorCode));
    }

    [Fact]
    public async Task A_get_carries_its_fields_in_the_address_and_is_signed_over_it()
    {
        hotline.Network.Number.VoiceMethod = CallbackMethod.Get;

        var call = await hotline.Caller.DialAsync();

        Assert.Equal("hello", call.HeardText);
        Assert.Equal(call.Sid, hotline.Last("/voice/incoming")["CallSid"]);
    }

    [Fact]
    public async Task Nobody_but_the_hotline_is_ever_asked()
    {
        hotline.On("/voice/incoming", "<Response><Redirect>https://line.example.kr.evil.example/voice</Redirect></Response>");

        var call = await hotline.Caller.DialAsync();

        Assert.Equal("fallback", call.HeardText);
        Assert.Equal("11210", hotline.Last("/voice/fallback")["ErrorCode"]);
    }

    [Fact]
    public async Task A_document_that_redirects_to_itself_for_ever_is_stopped_and_named()
    {
        hotline.On("/voice/incoming", "<Response><Redirect/></Response>");

        var call = await hotline.Caller.DialAsync();

        Assert.True(call.IsOver);
        Assert.Contains(hotline.Network.Problems, problem => problem.Reason.Contains("hundred documents", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Callbacks_can_come_twice_or_be_held_back()
    {
        hotline.Network.Faults.Next(FaultPoint.Callback, new Fault.Repeat(3), "/voice/status");
        hotline.Network.Faults.Next(FaultPoint.Callback, new Fault.HoldBack(), "/voice/status");

        await hotline.Caller.DialAsync();
        await hotline.Caller.DialAsync();
        Assert.Equal(3, hotline.All("/voice/status").Count);
        await hotline.Network.ReleaseHeldCallbacksAsync();

        Assert.Equal(4, hotline.All("/voice/status").Count);
    }

    [Theory]
    [InlineData(CallerKind.Withheld, "anonymous")]
    [InlineData(CallerKind.Relay, "107")]
    [InlineData(CallerKind.Abroad, "+12025550100")]
    public async Task Each_kind_of_caller_is_presented_as_a_carrier_presents_it(CallerKind kind, string from)
    {
        await hotline.Network.Phone(kind).DialAsync(forwardedFrom: "+8227358994");

        Assert.Equal((from, "+8227358994"), (hotline.Last("/voice/incoming")["From"], hotline.Last("/voice/incoming")["ForwardedFrom"]));
    }

    [Fact]
    public async Task A_rejected_call_is_never_answered()
    {
        hotline.On("/voice/incoming", "<Response><Reject reason=\"busy\"/></Response>");

        var call = await hotline.Caller.DialAsync();

        Assert.Equal((CallStatus.Busy, null), (call.Status, call.AnsweredAt));
        Assert.Equal("busy", hotline.Last("/voice/status")["CallStatus"]);
    }

    public void Dispose() => hotline.Dispose();
}
