using System.Runtime.Versioning;
using Hotline.Sandbox.Faults;
using Hotline.Sandbox.Network;
using Hotline.Twilio.Rest;
using Hotline.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Web.Tests.Queue;

/// <summary>In the call and after it: nobody is left alone, and nobody is asked before they are ready.</summary>
[SupportedOSPlatform("linux")]
public sealed class TalkTests
{
    [Fact]
    public async Task A_caller_whose_counselor_is_lost_is_told_and_connected_first()
    {
        await using var line = await LineUnderTest.StartAsync();
        var lost = await line.CounselorAsync(1, new WhenCalled.Answers("1"));
        var caller = await line.WaitingCallerAsync(1);
        var other = await line.WaitingCallerAsync(2);

        await lost.Current!.HangUpAsync();
        await line.RouteAsync();
        Assert.Contains("상담원 연결이 끊어졌습니다", caller.HeardText, StringComparison.Ordinal);
        Assert.Equal(CallActivity.Listening, caller.State);
        var next = await line.CounselorAsync(2, new WhenCalled.Answers("1"));
        await line.LetPassAsync(1);
        Assert.Equal(CallActivity.InConference, other.State);
        var third = await line.CounselorAsync(3, new WhenCalled.Answers("1"));
        await line.LetPassAsync(7);

        Assert.Single(next.Calls);
        Assert.Single(third.Calls);
        Assert.Equal(CallActivity.InConference, caller.State);
        Assert.Equal(2, await line.ScalarAsync<long>("select count(*) from waits where call_sid = @Sid", new { caller.Sid }));
        line.AssertEveryDocumentIsValid();
    }

    [Fact]
    public async Task A_caller_who_is_done_hangs_up_meanwhile_and_nobody_else_is_rung()
    {
        await using var line = await LineUnderTest.StartAsync();
        var first = await line.CounselorAsync(1, new WhenCalled.Answers("1"));
        var second = await line.CounselorAsync(2);
        var caller = await line.WaitingCallerAsync();

        await first.Current!.HangUpAsync();
        await line.LetPassAsync(2);
        await caller.HangUpAsync();
        await line.LetPassAsync(10);

        Assert.Empty(second.Calls);
        Assert.Equal(0, await line.ScalarAsync<long>("select count(*) from waits where state <> 'over'"));
    }

    [Fact]
    public async Task When_the_caller_hangs_up_the_counselor_is_told_and_released()
    {
        await using var line = await LineUnderTest.StartAsync();
        var phone = await line.CounselorAsync(1, new WhenCalled.Answers("1"));
        var caller = await line.WaitingCallerAsync();

        await caller.HangUpAsync();
        await line.RouteAsync();

        var leg = Assert.Single(phone.Calls);
        Assert.True(leg.IsOver);
        Assert.Contains("전화하신 분이 끊으셨습니다", leg.HeardText, StringComparison.Ordinal);
        Assert.Equal("caller-gone", await line.ScalarAsync<string>("select end_reason from talks"));
        Assert.Equal(0, await line.ScalarAsync<long>("select count(*) from offers where closed_at is null"));
        line.AssertEveryDocumentIsValid();
    }

    [Fact]
    public async Task Nobody_is_asked_during_the_wrap_up()
    {
        await using var line = await LineUnderTest.StartAsync();
        var phone = await line.CounselorAsync(1, new WhenCalled.Answers("1"));
        var caller = await line.WaitingCallerAsync(1);
        await caller.HangUpAsync();
        await line.RouteAsync();

        await line.WaitingCallerAsync(2);
        await line.LetPassAsync(58);
        Assert.Single(phone.Calls);
        await line.LetPassAsync(3);

        Assert.Equal(2, phone.Calls.Count);
    }

    [Fact]
    public async Task Without_wrap_up_the_next_caller_comes_at_once()
    {
        await using var line = await LineUnderTest.StartAsync(("Routing:WrapUpSeconds", "0"));
        var phone = await line.CounselorAsync(1, new WhenCalled.Answers("1"));
        var first = await line.WaitingCallerAsync(1);
        var second = await line.WaitingCallerAsync(2);

        await first.HangUpAsync();
        await line.LetPassAsync(1);

        Assert.Equal(2, phone.Calls.Count);
        Assert.Equal(CallActivity.InConference, second.State);
    }

    [Fact]
    public async Task If_the_carrier_does_not_bring_the_caller_the_next_round_of_waiting_does()
    {
        await using var line = await LineUnderTest.StartAsync();
        var phone = await line.CounselorAsync(1);
        var caller = await line.WaitingCallerAsync();
        line.Faults.Next(FaultPoint.Carrier, new Fault.Answer(400), $"/Calls/{caller.Sid}.json", times: 100);

        var leg = await phone.AnswerAsync();
        await leg.PressAsync("1");
        await line.RouteAsync();
        Assert.Equal(CallActivity.Listening, caller.State);
        await line.WaitLongAsync(caller, TimeSpan.FromSeconds(40));
        await line.RouteAsync();

        Assert.Equal(CallActivity.InConference, caller.State);
        Assert.Equal(1, await line.ScalarAsync<long>("select count(*) from talks where connected_at is not null and ended_at is null"));
        line.AssertEveryDocumentIsValid();
    }

    [Fact]
    public async Task A_caller_who_asks_for_a_callback_is_nobodys_any_more()
    {
        await using var line = await LineUnderTest.StartAsync();
        var phone = await line.CounselorAsync(1);
        var caller = await line.WaitingCallerAsync();
        var leg = await phone.AnswerAsync();

        await caller.PressAsync("3");
        await line.RouteAsync();
        await leg.PressAsync("1");
        await line.RouteAsync();

        Assert.True(leg.IsOver);
        Assert.Contains("끊으셨습니다", leg.HeardText, StringComparison.Ordinal);
        Assert.False(caller.IsOver);
        Assert.Equal("left", await line.ScalarAsync<string>("select end_reason from waits"));
    }

    [Fact]
    public async Task A_caller_who_presses_8_while_somebody_accepts_is_gone_at_once()
    {
        await using var line = await LineUnderTest.StartAsync();
        var phone = await line.CounselorAsync(1);
        var caller = await line.WaitingCallerAsync();
        line.Faults.Next(FaultPoint.Carrier, new Fault.Answer(400), $"/Calls/{caller.Sid}.json", times: 100);
        var leg = await phone.AnswerAsync();
        await leg.PressAsync("1");

        await caller.PressAsync("8");
        line.Faults.Clear();
        await line.LetPassAsync(5);

        Assert.True(caller.IsOver);
        Assert.DoesNotContain("상담원과 연결됩니다", caller.HeardText, StringComparison.Ordinal);
        Assert.True(leg.IsOver);
        Assert.Contains("끊으셨습니다", leg.HeardText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_waiting_caller_who_heard_an_apology_and_tries_again_is_in_the_line_as_before()
    {
        await using var line = await LineUnderTest.StartAsync();
        await line.CounselorAsync(1, new WhenCalled.NeverAnswers());
        var caller = await line.WaitingCallerAsync();

        await line.Services.GetRequiredService<TwilioClient>().Calls.RedirectAsync(caller.Sid, LineUnderTest.PublicBaseUrl + "/voice/again");
        await line.Network.SettleAsync();

        Assert.Contains("다른 상담원을 찾고 있습니다", caller.HeardText, StringComparison.Ordinal);
        await line.WaitLongAsync(caller, TimeSpan.FromSeconds(40));
        Assert.False(caller.IsOver);
        Assert.Equal(1, await line.ScalarAsync<long>("select count(*) from waits where state = 'waiting'"));
        line.AssertEveryDocumentIsValid();
    }

    [Fact]
    public async Task A_counselor_who_accepts_and_is_lost_before_the_caller_comes_leaves_the_caller_at_the_head()
    {
        await using var line = await LineUnderTest.StartAsync();
        var phone = await line.CounselorAsync(1);
        var caller = await line.WaitingCallerAsync();
        line.Faults.Next(FaultPoint.Carrier, new Fault.Answer(400), $"/Calls/{caller.Sid}.json", times: 100);
        var leg = await phone.AnswerAsync();
        await leg.PressAsync("1");

        await leg.HangUpAsync();
        var second = await line.CounselorAsync(2, new WhenCalled.Answers("1"));
        line.Faults.Clear();
        await line.LetPassAsync(6);

        Assert.Single(second.Calls);
        Assert.Equal(CallActivity.InConference, caller.State);
        Assert.DoesNotContain("끊어졌습니다", caller.HeardText, StringComparison.Ordinal);
        Assert.Equal(1, await line.ScalarAsync<long>("select count(*) from waits"));
    }

    [Fact]
    public async Task An_agreed_position_falls_and_never_rises()
    {
        await using var line = await LineUnderTest.StartAsync();
        await line.CounselorAsync(1, new WhenCalled.NeverAnswers());
        await line.WaitingCallerAsync(1);
        var second = await line.WaitingCallerAsync(2);
        await line.WaitLongAsync(second, TimeSpan.FromSeconds(60));
        Assert.True(second.HeardText.Contains("앞에 한 분 계십니다", StringComparison.Ordinal), second.HeardText);

        var urgent = await line.WaitingCallerAsync(3, keys: "1" + "0");
        await line.WaitLongAsync(second, TimeSpan.FromSeconds(120));

        Assert.DoesNotContain("앞에 두 분", second.HeardText, StringComparison.Ordinal);
        Assert.Contains("삼 번을 누르시면 순서를 그대로 두고", second.HeardText, StringComparison.Ordinal);
        Assert.False(urgent.IsOver);
    }

    [Fact]
    public async Task An_estimate_is_told_once_five_callers_were_answered_lately()
    {
        await using var line = await LineUnderTest.StartAsync(("Routing:WrapUpSeconds", "0"));
        await line.CounselorAsync(1, new WhenCalled.Answers("1"));
        for (var which = 1; which <= 5; which++)
        {
            var answered = await line.WaitingCallerAsync(which);
            await answered.HangUpAsync();
            await line.LetPassAsync(1);
        }

        await line.WaitingCallerAsync(6);
        await line.WaitingCallerAsync(7);
        var caller = await line.WaitingCallerAsync(8);
        await line.WaitLongAsync(caller, TimeSpan.FromSeconds(60));

        // Six answered in half an hour: five minutes each, with one ahead.
        Assert.True(caller.HeardText.Contains("예상 대기 시간은 십 분", StringComparison.Ordinal), caller.HeardText);
    }
}
