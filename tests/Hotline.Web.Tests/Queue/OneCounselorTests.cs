using System.Runtime.Versioning;
using Hotline.Sandbox.Faults;
using Hotline.Sandbox.Network;
using Hotline.Web.Staff;
using Hotline.Web.Tests.Harness;

namespace Hotline.Web.Tests.Queue;

/// <summary>A waiting caller reaches one free person, always exactly one, and never a voicemail box.</summary>
[SupportedOSPlatform("linux")]
public sealed class OneCounselorTests
{
    [Fact]
    public async Task Who_presses_1_talks_with_the_caller()
    {
        await using var line = await LineUnderTest.StartAsync();
        var phone = await line.CounselorAsync(1, new WhenCalled.Answers("1"));

        var caller = await line.WaitingCallerAsync();
        var leg = Assert.Single(phone.Calls);
        await caller.SpeakAsync("여보세요");

        Assert.Contains("상담원과 연결됩니다", caller.HeardText, StringComparison.Ordinal);
        Assert.Contains("여보세요", leg.HeardText, StringComparison.Ordinal);
        Assert.Equal(1, await line.ScalarAsync<long>("select count(*) from talks where connected_at is not null and ended_at is null"));
        line.AssertEveryDocumentIsValid();
        Assert.Empty(line.Log.Errors);
    }

    [Fact]
    public async Task A_telephone_hears_no_name_of_the_centre_and_a_browser_does()
    {
        await using var line = await LineUnderTest.StartAsync();
        var telephone = await line.CounselorAsync(1, new WhenCalled.Answers("2"));
        var browser = await line.CounselorAsync(2, new WhenCalled.Answers("2"), new Contact.Client());
        // Only rings: whoever accepted first would spare the others their whisper.
        var sip = await line.CounselorAsync(3, new WhenCalled.Rings(), new Contact.Sip("sip:c3@pbx.example.kr"));

        await line.WaitingCallerAsync(keys: "1" + "0");

        Assert.Contains("업무 전화입니다", telephone.Calls[0].HeardText, StringComparison.Ordinal);
        Assert.DoesNotContain("디지털성범죄", telephone.Calls[0].HeardText, StringComparison.Ordinal);
        Assert.Contains("디지털성범죄 상담 전화입니다. 긴급, 한국어", browser.Calls[0].HeardText, StringComparison.Ordinal);
        Assert.Single(sip.Calls);
        line.AssertEveryDocumentIsValid();
    }

    [Theory]
    [InlineData("declines")]
    [InlineData("is busy")]
    [InlineData("does not exist")]
    [InlineData("presses 2")]
    public async Task Who_cannot_take_it_is_followed_by_the_next_one(string how)
    {
        await using var line = await LineUnderTest.StartAsync();
        WhenCalled reflex = how switch
        {
            "declines" => new WhenCalled.Declines(),
            "is busy" => new WhenCalled.IsBusy(),
            "does not exist" => new WhenCalled.IsUnreachable(),
            _ => new WhenCalled.Answers("2"),
        };
        var first = await line.CounselorAsync(1, reflex);
        var second = await line.CounselorAsync(2, new WhenCalled.Answers("1"));

        await line.WaitingCallerAsync();

        Assert.Single(first.Calls);
        Assert.True(first.Calls[0].IsOver);
        Assert.Equal(CallActivity.InConference, Assert.Single(second.Calls).State);
        line.AssertEveryDocumentIsValid();
    }

    [Fact]
    public async Task A_number_that_the_carrier_refuses_does_not_stop_the_chain()
    {
        await using var line = await LineUnderTest.StartAsync();
        line.Faults.Next(FaultPoint.Carrier, new Fault.Answer(400), "POST /2010-04-01/Accounts/AC00000000000000000000000000000001/Calls.json");
        var first = await line.CounselorAsync(1, new WhenCalled.Answers("1"));
        var second = await line.CounselorAsync(2, new WhenCalled.Answers("1"));

        await line.WaitingCallerAsync();

        Assert.Empty(first.Calls);
        Assert.Equal(CallActivity.InConference, Assert.Single(second.Calls).State);
        var error = Assert.Single(line.Log.Errors);
        Assert.DoesNotContain("9001", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twelve_seconds_of_ringing_lead_to_the_next_one()
    {
        await using var line = await LineUnderTest.StartAsync();
        var first = await line.CounselorAsync(1);
        var second = await line.CounselorAsync(2);

        await line.WaitingCallerAsync();
        await line.LetPassAsync(11);
        Assert.Empty(second.Calls);
        await line.LetPassAsync(2);

        Assert.True(first.Calls[0].IsOver);
        Assert.Equal(CallActivity.Ringing, second.Current!.State);
        Assert.Null(first.Current);
    }

    [Fact]
    public async Task A_voicemail_never_wins()
    {
        await using var line = await LineUnderTest.StartAsync();
        var first = await line.CounselorAsync(1, new WhenCalled.Voicemail("삐 소리 후 말씀하세요"));
        var second = await line.CounselorAsync(2, new WhenCalled.Answers("1"));

        var caller = await line.WaitingCallerAsync();

        Assert.True(first.Calls[0].IsOver);
        Assert.Equal(CallActivity.InConference, second.Current!.State);
        Assert.Equal(CallActivity.InConference, caller.State);
        Assert.Equal("Expired", await line.ScalarAsync<string>("select stage from offers where leg_sid = @sid", new { sid = first.Calls[0].Sid }));
    }

    [Fact]
    public async Task After_three_refusals_the_caller_is_at_the_head_again()
    {
        await using var line = await LineUnderTest.StartAsync();
        var phones = new List<SimulatedPhone>();
        for (var which = 1; which <= 3; which++)
            phones.Add(await line.CounselorAsync(which, new WhenCalled.Answers("2")));

        await line.WaitingCallerAsync();
        Assert.All(phones, phone => Assert.Single(phone.Calls));
        phones.ForEach(phone => phone.WhenCalled = new WhenCalled.Answers("1"));
        await line.LetPassAsync(6);

        Assert.Equal(CallActivity.InConference, phones[0].Current!.State);
        Assert.Equal(4, phones.Sum(phone => phone.Calls.Count));
    }

    [Fact]
    public async Task For_an_urgent_caller_three_are_rung_at_once_and_the_others_fall_silent()
    {
        await using var line = await LineUnderTest.StartAsync();
        var phones = new List<SimulatedPhone>();
        for (var which = 1; which <= 4; which++)
            phones.Add(await line.CounselorAsync(which));

        var caller = await line.WaitingCallerAsync(keys: "1" + "0");
        Assert.Equal([true, true, true, false], phones.Select(phone => phone.Ringing is not null));
        var listening = await phones[0].AnswerAsync();
        var winner = await phones[1].AnswerAsync();
        await winner.PressAsync("1");
        await line.RouteAsync();

        Assert.Equal(CallActivity.InConference, winner.State);
        Assert.Equal(CallActivity.InConference, caller.State);
        Assert.True(phones[2].Calls[0].IsOver);
        Assert.True(listening.IsOver);
        Assert.Contains("다른 상담원이 먼저 받았습니다", listening.HeardText, StringComparison.Ordinal);
        Assert.Equal(0, await line.ScalarAsync<long>("select count(*) from offers where closed_at is null and stage <> 'Connected'"));
        line.AssertEveryDocumentIsValid();
    }

    [Fact]
    public async Task Who_talks_or_rings_is_not_rung()
    {
        await using var line = await LineUnderTest.StartAsync();
        var first = await line.CounselorAsync(1, new WhenCalled.Answers("1"));
        var second = await line.CounselorAsync(2);

        await line.WaitingCallerAsync(1);
        await line.WaitingCallerAsync(2);
        await line.WaitingCallerAsync(3);
        await line.LetPassAsync(3);

        Assert.Single(first.Calls);
        Assert.Single(second.Calls);
    }

    [Fact]
    public async Task A_caller_who_hangs_up_silences_the_telephone()
    {
        await using var line = await LineUnderTest.StartAsync();
        var phone = await line.CounselorAsync(1);

        var caller = await line.WaitingCallerAsync();
        Assert.NotNull(phone.Ringing);
        await caller.HangUpAsync();
        await line.RouteAsync();

        Assert.True(phone.Calls[0].IsOver);
        Assert.Equal("Withdrawn", await line.ScalarAsync<string>("select stage from offers"));
        Assert.Equal("hung-up", await line.ScalarAsync<string>("select end_reason from waits"));
        Assert.Equal(0, await line.ScalarAsync<long>("select count(*) from callbacks"));
    }

    [Fact]
    public async Task A_counselor_who_listens_while_the_caller_hangs_up_is_told()
    {
        await using var line = await LineUnderTest.StartAsync();
        var phone = await line.CounselorAsync(1);

        var caller = await line.WaitingCallerAsync();
        var leg = await phone.AnswerAsync();
        await caller.HangUpAsync();
        await line.RouteAsync();

        Assert.True(leg.IsOver);
        Assert.Contains("끊으셨습니다", leg.HeardText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_rung_for_a_language_that_they_do_not_speak()
    {
        await using var line = await LineUnderTest.StartAsync();
        var korean = await line.CounselorAsync(1);
        var both = await line.CounselorAsync(2, null, null, "ko", "en");

        await line.WaitingCallerAsync(keys: "9" + "0");

        Assert.Empty(korean.Calls);
        Assert.NotNull(both.Ringing);
    }
}
