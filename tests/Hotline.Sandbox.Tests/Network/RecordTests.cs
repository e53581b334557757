using Hotline.Sandbox.Faults;
using Hotline.Sandbox.Network;
using Hotline.Twilio.Webhooks;

namespace Hotline.Sandbox.Tests.Network;

public sealed class RecordTests : IDisposable
{
    private readonly StubHotline hotline = new StubHotline()
        .On("/voice/incoming", """<Response><Record action="recorded" finishOnKey="#" timeout="5" maxLength="120" recordingStatusCallback="recording" recordingStatusCallbackEvent="in-progress completed absent"/><Say>nothing</Say></Response>""")
        .On("/voice/recorded", "<Response><Say>thanks</Say></Response>")
        .On("/voice/recording", "<Response/>");

    [Fact]
    public async Task A_message_is_kept_and_told_to_the_action_and_the_callback()
    {
        var call = await hotline.Caller.DialAsync();
        Assert.Equal(CallActivity.Recording, call.State);
        Assert.Equal(HeardKind.Beep, call.Heard[0].Kind);

        await call.RecordAsync(Wav.Seconds(12), finishWith: "#");

        var form = hotline.Last("/voice/recorded");
        var recording = Assert.Single(hotline.Network.Recordings.Values);
        Assert.Equal((recording.Sid, "12", "#"), (form["RecordingSid"], form["RecordingDuration"], form["Digits"]));
        Assert.EndsWith($"/Recordings/{recording.Sid}", form["RecordingUrl"], StringComparison.Ordinal);
        Assert.Equal(["in-progress", "completed"], hotline.All("/voice/recording").Select(callback => callback["RecordingStatus"]), StringComparer.Ordinal);
        Assert.Equal("12", hotline.Last("/voice/recording")["RecordingDuration"]);
        Assert.Equal(Wav.Seconds(12), recording.Media);
        Assert.Equal("\nthanks", call.HeardText);
    }

    [Fact]
    public async Task A_caller_who_says_nothing_leaves_no_recording_and_the_next_verb_runs()
    {
        var call = await hotline.Caller.DialAsync();

        await call.StaySilentAsync();

        Assert.Empty(hotline.All("/voice/recorded"));
        Assert.Equal(["in-progress", "absent"], hotline.All("/voice/recording").Select(callback => callback["RecordingStatus"]), StringComparer.Ordinal);
        Assert.EndsWith("nothing", call.HeardText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_hangs_up_while_speaking_is_told_as_hangup_and_hears_nothing_more()
    {
        var call = await hotline.Caller.DialAsync();

        await call.RecordAndHangUpAsync(Wav.Seconds(3));

        Assert.Equal(("hangup", "3", "completed"), (hotline.Last("/voice/recorded")["Digits"], hotline.Last("/voice/recorded")["RecordingDuration"], hotline.Last("/voice/recorded")["CallStatus"]));
        Assert.True(call.IsOver);
        Assert.DoesNotContain("thanks", call.HeardText, StringComparison.Ordinal);
        Assert.Single(hotline.All("/voice/status"));
    }

    [Fact]
    public async Task A_message_is_cut_at_its_greatest_length_and_an_unlisted_key_does_not_end_it()
    {
        var call = await hotline.Caller.DialAsync();

        await call.RecordAsync(Wav.Seconds(300), finishWith: "5");

        Assert.Equal(("120", ""), (hotline.Last("/voice/recorded")["RecordingDuration"], hotline.Last("/voice/recorded")["Digits"]));
    }

    [Fact]
    public async Task The_callback_can_come_first_late_or_never()
    {
        hotline.Network.RecordingsCompleteFirst = true;
        hotline.Network.Faults.Next(FaultPoint.Callback, new Fault.Drop(), "/voice/recording");
        hotline.Network.Faults.Next(FaultPoint.Callback, new Fault.Delay(TimeSpan.FromMinutes(3)), "/voice/recording");
        var call = await hotline.Caller.DialAsync();

        await call.RecordAsync(Wav.Seconds(1));
        Assert.Empty(hotline.All("/voice/recording"));
        hotline.Time.Advance(TimeSpan.FromMinutes(3));
        await WaitUntil.HoldsAsync(() => hotline.All("/voice/recording").Count is 1);

        Assert.Equal("completed", hotline.Last("/voice/recording")["RecordingStatus"]);
    }

    [Fact]
    public async Task Silence_before_speaking_is_short_but_a_message_that_began_is_not_cut_by_it()
    {
        var call = await hotline.Caller.DialAsync();

        call.BeginSpeaking();
        await call.SettleAsync();
        hotline.Time.Advance(TimeSpan.FromSeconds(30));
        await call.RecordAsync(Wav.Seconds(30));

        Assert.Equal("30", hotline.Last("/voice/recorded")["RecordingDuration"]);
        Assert.Equal(RecordingStatus.Completed, hotline.Network.Recordings.Values.Single().Status);
    }

    public void Dispose() => hotline.Dispose();
}
