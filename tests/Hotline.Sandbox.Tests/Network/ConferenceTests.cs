using Hotline.Sandbox.Network;

namespace Hotline.Sandbox.Tests.Network;

public sealed class ConferenceTests : IDisposable
{
    private const string Events = "statusCallback=\"/hotline/conference\" statusCallbackEvent=\"start end join leave mute hold\"";

    private readonly StubHotline hotline = new StubHotline()
        .On("/voice/incoming", form => form["From"]!.EndsWith("1234", StringComparison.Ordinal)
            ? $"""<Response><Dial action="dialed"><Conference waitUrl="" startConferenceOnEnter="false" participantLabel="caller" {Events}>room</Conference></Dial></Response>"""
            : """<Response><Dial action="dialed"><Conference waitUrl="hold" endConferenceOnExit="true" participantLabel="counselor">room</Conference></Dial></Response>""")
        .On("/voice/hold", "<Response><Say>one moment</Say></Response>")
        .On("/conference", "<Response/>")
        .On("/voice/dialed", "<Response><Say>after</Say></Response>");

    private SimulatedPhone Counselor => hotline.Network.Phone(CallerKind.Mobile, 5678);

    [Fact]
    public async Task A_conference_begins_with_its_second_participant_and_tells_the_first_subscriber_everything()
    {
        var caller = await hotline.Caller.DialAsync();
        Assert.Equal(["participant-join"], Told(), StringComparer.Ordinal);
        var counselor = await Counselor.DialAsync();

        await counselor.SpeakAsync("듣고 있어요");
        Assert.Contains("듣고 있어요", caller.HeardText, StringComparison.Ordinal);
        await counselor.HangUpAsync();

        Assert.Equal(["participant-join", "participant-join", "conference-start", "participant-leave", "conference-end", "participant-leave"], Told(), StringComparer.Ordinal);
        var end = hotline.All("/conference").Single(callback => callback["StatusCallbackEvent"] is "conference-end");
        Assert.Equal(("participant-with-end-conference-on-exit-left", counselor.Sid, "counselor"), (end["ReasonConferenceEnded"], end["CallSidEndingConference"], end["ParticipantLabelEndingConference"]));
        Assert.Equal(("answered", "true", null), (hotline.All("/voice/dialed").Single(form => string.Equals(form["CallSid"], caller.Sid, StringComparison.Ordinal))["DialCallStatus"], hotline.Last("/voice/dialed")["DialBridged"], hotline.Last("/voice/dialed")["DialCallSid"]));
        Assert.EndsWith("after", caller.HeardText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conference_that_never_had_two_ends_without_having_begun()
    {
        var caller = await hotline.Caller.DialAsync();

        await caller.HangUpAsync();

        Assert.Equal(["participant-join", "participant-leave", "conference-end"], Told(), StringComparer.Ordinal);
        Assert.Equal(("completed", "participant_hung_up"), (hotline.All("/conference")[1]["ParticipantCallStatus"], hotline.All("/conference")[1]["ReasonParticipantLeft"]));
        Assert.Equal("false", hotline.Last("/voice/dialed")["DialBridged"]);
    }

    [Fact]
    public async Task A_label_that_is_taken_sends_the_call_on()
    {
        await hotline.Caller.DialAsync();

        var second = await hotline.Caller.DialAsync();

        Assert.Equal("after", second.HeardText);
        Assert.Contains(hotline.Network.Problems, problem => problem.ErrorCode is 16025);
    }

    [Fact]
    public async Task A_name_is_used_again_for_another_conference()
    {
        await (await hotline.Caller.DialAsync()).HangUpAsync();
        await hotline.Caller.DialAsync();

        Assert.Equal(2, hotline.All("/conference").Select(callback => callback["ConferenceSid"]).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Whoever_waits_hears_the_wait_document_once()
    {
        var counselor = await Counselor.DialAsync();

        await hotline.Network.SettleAsync();

        Assert.Equal("one moment", counselor.HeardText);
        Assert.Equal(CallActivity.InConference, counselor.State);
    }

    public void Dispose() => hotline.Dispose();

    private IEnumerable<string?> Told() => hotline.All("/conference").Select(callback => callback["StatusCallbackEvent"]);
}
