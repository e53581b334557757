using Hotline.Sandbox.Network;
using Hotline.Twilio.Webhooks;

namespace Hotline.Sandbox.Tests.Network;

public sealed class GatherTests : IDisposable
{
    private const string Menu = """<Response><Gather numDigits="1" action="menu?step=1" finishOnKey="" timeout="7"><Say language="ko-KR" voice="Polly.Seoyeon">안녕하세요.</Say></Gather><Say language="ko-KR">다시 걸어 주세요.</Say></Response>""";

    private readonly StubHotline hotline = new StubHotline()
        .On("/voice/incoming", Menu)
        .On("/voice/menu", "<Response><Say>bye</Say><Hangup/></Response>");

    [Fact]
    public async Task A_call_arrives_signed_with_every_common_field_and_is_heard()
    {
        var call = await hotline.Caller.DialAsync();

        Assert.Equal(CallActivity.Listening, call.State);
        Assert.Equal(CallStatus.InProgress, call.Status);
        Assert.Equal(new HeardLine(HeardKind.Said, "안녕하세요.", "ko-KR", "Polly.Seoyeon", call.Heard[0].Length, hotline.Time.GetUtcNow()), Assert.Single(call.Heard));
        Assert.InRange(call.Heard[0].Length, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(2));
        var form = hotline.Last("/voice/incoming");
        Assert.Equal(("+821000001234", "+8227358994", "ringing", "inbound", ""), (form["From"], form["To"], form["CallStatus"], form["Direction"], form["FromCity"]));
        Assert.Matches("^CA[0-9a-f]{32}$", form["CallSid"]);
        Assert.Equal("https://line.example.kr/hotline/voice/incoming", Assert.Single(hotline.Network.Documents).Url);
    }

    [Fact]
    public async Task A_key_goes_to_the_action_that_the_document_names_relative_to_itself()
    {
        var call = await hotline.Caller.DialAsync();

        await call.PressAsync("3");

        var form = hotline.Last("/voice/menu");
        Assert.Equal(("3", "", "Gather End", "in-progress"), (form["Digits"], form["FinishedOnKey"], form["msg"], form["CallStatus"]));
        Assert.Equal("안녕하세요.\nbye", call.HeardText);
        Assert.Equal(CallStatus.Completed, call.Status);
        Assert.True(call.IsOver);
    }

    [Fact]
    public async Task Silence_makes_no_request_and_the_next_verb_runs()
    {
        var call = await hotline.Caller.DialAsync();

        await call.StaySilentAsync();

        Assert.Empty(hotline.All("/voice/menu"));
        Assert.Equal("안녕하세요.\n다시 걸어 주세요.", call.HeardText);
        Assert.True(call.IsOver);
    }

    [Fact]
    public async Task The_clock_passes_the_time_out_as_well_as_a_silent_caller()
    {
        var call = await hotline.Caller.DialAsync();

        hotline.Time.Advance(TimeSpan.FromSeconds(6));
        await call.SettleAsync();
        Assert.False(call.IsOver);
        hotline.Time.Advance(TimeSpan.FromSeconds(1));
        await hotline.Network.SettleAsync();

        Assert.True(call.IsOver);
    }

    [Fact]
    public async Task Silence_is_told_where_the_document_asks_for_it()
    {
        hotline.On("/voice/incoming", """<Response><Gather action="/hotline/voice/menu" actionOnEmptyResult="true" numDigits="4"/></Response>""");
        hotline.On("/hotline/voice/menu", "<Response/>");
        var call = await hotline.Caller.DialAsync();

        await call.StaySilentAsync();

        Assert.True(call.IsOver);
        Assert.Equal(("", ""), (hotline.Network.Sent.Single(sent => sent.Url.EndsWith("/menu", StringComparison.Ordinal))["Digits"], call.LostKeys));
    }

    [Theory]
    [InlineData("01012#", "01012", "#")]
    [InlineData("#", "", "#")]
    [InlineData("0101234567899", "01012345678", "")]
    public async Task Digits_end_at_the_finish_key_or_when_there_are_enough(string pressed, string digits, string finishedOn)
    {
        hotline.On("/voice/incoming", """<Response><Gather action="menu" numDigits="11"/></Response>""");
        var call = await hotline.Caller.DialAsync();

        await call.PressAsync(pressed);

        Assert.Equal((digits, finishedOn), (hotline.Last("/voice/menu")["Digits"], hotline.Last("/voice/menu")["FinishedOnKey"]));
    }

    [Fact]
    public async Task Too_few_digits_wait_for_more_and_go_when_the_time_is_over()
    {
        hotline.On("/voice/incoming", """<Response><Gather action="menu" numDigits="11"/></Response>""");
        var call = await hotline.Caller.DialAsync();

        await call.PressAsync("010");
        Assert.Equal(CallActivity.Listening, call.State);
        await call.StaySilentAsync();

        Assert.Equal("010", hotline.Last("/voice/menu")["Digits"]);
    }

    [Fact]
    public async Task Speech_is_recognised_only_where_it_is_asked_for()
    {
        hotline.On("/voice/incoming", """<Response><Gather action="menu" input="dtmf speech" language="ko-KR"/></Response>""");
        var call = await hotline.Caller.DialAsync();

        await call.SpeakAsync("상담원");

        Assert.Equal(("상담원", "0.92", null), (hotline.Last("/voice/menu")["SpeechResult"], hotline.Last("/voice/menu")["Confidence"], hotline.Last("/voice/menu")["Digits"]));
    }

    [Fact]
    public async Task Keys_pressed_while_nobody_listens_are_lost_and_known()
    {
        hotline.On("/voice/menu", "<Response><Say>one</Say><Gather action=\"menu\"/></Response>");
        var call = await hotline.Caller.DialAsync();

        await call.PressAsync("12");

        Assert.Equal("2", call.LostKeys);
        Assert.Single(hotline.All("/voice/menu"));
    }

    public void Dispose() => hotline.Dispose();
}
