using Hotline.Sandbox.Network;
using Hotline.Twilio.Webhooks;

namespace Hotline.Sandbox.Tests.Network;

public sealed class DialTests : IDisposable
{
    private readonly StubHotline hotline = new StubHotline()
        .On("/voice/incoming", """<Response><Dial action="dialed" timeout="20"><Number url="whisper" statusCallback="leg" statusCallbackEvent="initiated ringing answered completed">+821000009999</Number></Dial></Response>""")
        .On("/voice/whisper", """<Response><Gather numDigits="1" action="accept"><Say>press 1</Say></Gather><Hangup/></Response>""")
        .On("/voice/accept", "<Response/>")
        .On("/voice/leg", "<Response/>")
        .On("/voice/dialed", "<Response><Say>after</Say></Response>");

    private SimulatedPhone Counselor => hotline.Network.Phone("+821000009999");

    [Fact]
    public async Task The_called_side_is_screened_before_anybody_is_connected()
    {
        var caller = await hotline.Caller.DialAsync();
        Assert.Equal(CallActivity.Dialing, caller.State);

        var leg = await Counselor.AnswerAsync();
        Assert.Equal(("press 1", CallActivity.Dialing), (leg.HeardText, caller.State));
        await leg.PressAsync("1");

        Assert.Equal((CallActivity.Bridged, CallActivity.Bridged), (caller.State, leg.State));
        Assert.Equal((caller.Sid, "outbound-dial"), (hotline.Last("/voice/whisper")["ParentCallSid"], hotline.Last("/voice/whisper")["Direction"]));
        await leg.SpeakAsync("안녕하세요");
        Assert.Contains("안녕하세요", caller.HeardText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_called_side_hangs_up_the_action_decides_about_the_caller()
    {
        var caller = await hotline.Caller.DialAsync();
        var leg = await Counselor.AnswerAsync();
        await leg.PressAsync("1");
        hotline.Time.Advance(TimeSpan.FromSeconds(40));

        await leg.HangUpAsync();

        var form = hotline.Last("/voice/dialed");
        Assert.Equal(("completed", "true", leg.Sid, "40"), (form["DialCallStatus"], form["DialBridged"], form["DialCallSid"], form["DialCallDuration"]));
        Assert.EndsWith("after", caller.HeardText, StringComparison.Ordinal);
        Assert.Equal(["initiated", "ringing", "in-progress", "completed"], hotline.All("/voice/leg").Select(callback => callback["CallStatus"]), StringComparer.Ordinal);
        Assert.Equal(["0", "1", "2", "3"], hotline.All("/voice/leg").Select(callback => callback["SequenceNumber"]), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_hangs_up_ends_the_called_leg_as_well()
    {
        var caller = await hotline.Caller.DialAsync();
        var leg = await Counselor.AnswerAsync();
        await leg.PressAsync("1");

        await caller.HangUpAsync();

        Assert.True(leg.IsOver);
        Assert.Equal("completed", hotline.Last("/voice/dialed")["CallStatus"]);
        Assert.DoesNotContain("after", caller.HeardText, StringComparison.Ordinal);
    }

    public static TheoryData<WhenCalled, string> WhatHappens => new()
    {
        { new WhenCalled.NeverAnswers(), "no-answer" },
        { new WhenCalled.Declines(), "busy" },
        { new WhenCalled.IsBusy(), "busy" },
        { new WhenCalled.IsUnreachable(), "failed" },
        { new WhenCalled.Voicemail("삐 소리 후 말씀해 주세요."), "completed" },
        { new WhenCalled.Answers(), "no-answer" },
    };

    [Theory]
    [MemberData(nameof(WhatHappens))]
    public async Task Nobody_is_connected_to_a_phone_that_does_not_take_the_call(WhenCalled whenCalled, string status)
    {
        Counselor.WhenCalled = whenCalled;
        var caller = await hotline.Caller.DialAsync();
        if (whenCalled is WhenCalled.Answers)
        {
            status = "completed";
            await Counselor.Current!.StaySilentAsync();
        }

        Assert.Equal((status, "false"), (hotline.Last("/voice/dialed")["DialCallStatus"], hotline.Last("/voice/dialed")["DialBridged"]));
        Assert.Equal("after", caller.HeardText);
    }

    [Fact]
    public async Task The_clock_ends_the_ringing()
    {
        await hotline.Caller.DialAsync();

        hotline.Time.Advance(TimeSpan.FromSeconds(20));
        await hotline.Network.SettleAsync();

        Assert.Equal("no-answer", hotline.Last("/voice/dialed")["DialCallStatus"]);
        Assert.True(Counselor.Calls.Single().IsOver);
    }

    [Fact]
    public async Task Several_phones_ring_at_once_and_the_others_stop_when_one_was_screened()
    {
        hotline.On("/voice/incoming", """<Response><Dial action="dialed"><Number url="whisper">+821000009999</Number><Client url="whisper">agent-7</Client><Sip url="whisper">sip:7@pbx.example.kr</Sip></Dial></Response>""");
        await hotline.Caller.DialAsync();
        var client = hotline.Network.Phone("client:agent-7");
        var sip = hotline.Network.Phone("sip:7@pbx.example.kr");

        await (await client.AnswerAsync()).PressAsync("1");

        Assert.Equal((CallStatus.InProgress, CallStatus.Canceled, CallStatus.Canceled), (client.Calls[0].Status, Counselor.Calls[0].Status, sip.Calls[0].Status));
    }

    [Fact]
    public async Task A_phone_can_be_made_to_answer_and_press_by_itself()
    {
        Counselor.WhenCalled = new WhenCalled.Answers("1");

        var caller = await hotline.Caller.DialAsync();

        Assert.Equal(CallActivity.Bridged, caller.State);
    }

    public void Dispose() => hotline.Dispose();
}
