using Hotline.Sandbox.Network.Webhooks;
using Hotline.Twilio;
using Hotline.Twilio.Twiml;
using Hotline.Twilio.Webhooks;

namespace Hotline.Sandbox.Network.Verbs;

/// <summary>
/// Records a message (Twilio contract §1.3, §4). A person who says nothing at all leaves no recording: the action is then not
/// asked and the next verb runs.
/// </summary>
internal static class RecordVerb
{
    public static async Task<Step> RunAsync(CallRun run, RunningDocument document, Record record)
    {
        if (record.PlayBeep ?? true)
            run.Call.Hear(HeardKind.Beep, "");
        var recording = new SimulatedRecording(run.Network.Sids.Next("RE"), run.Call.Sid, "RecordVerb", run.Network.Time.GetUtcNow());
        run.Network.Recordings[recording.Sid] = recording;
        Report(run, document, record, recording, RecordingEvent.InProgress);
        var (message, interrupt) = await ListenAsync(run, record);
        if (message is null or { Wav.Length: 0 } && interrupt is null)
            return Absent(run, document, record, recording);
        return await KeepAsync(run, document, record, recording, message, interrupt);
    }

    private static async Task<(Signal.Message? Message, Signal? Interrupt)> ListenAsync(CallRun run, Record record)
    {
        var longest = TimeSpan.FromSeconds(record.MaxLength ?? 3600);
        var silence = record.Timeout is 0 ? longest : TimeSpan.FromSeconds(record.Timeout ?? 5);
        for (var patience = silence; ;)
        {
            switch (await run.ReceiveAsync(CallActivity.Recording, patience))
            {
                case Signal.Message { EndedBy: "hangup" } cut: return (cut, new Signal.HangUp());
                case Signal.Message message: return (message, null);
                case Signal.SpeakingBegan: patience = longest; break;
                case Signal.Key { Pressed: var key } when Finishes(record, key): return (new([], key.ToString()), null);
                case Signal.Silence or Signal.TimedOut: return (null, null);
                case { Interrupts: true } interrupt: return (null, interrupt);
            }
        }
    }

    private static Step.Continue Absent(CallRun run, RunningDocument document, Record record, SimulatedRecording recording)
    {
        recording.Status = RecordingStatus.Absent;
        Report(run, document, record, recording, RecordingEvent.Absent);
        return new Step.Continue();
    }

    private static async Task<Step> KeepAsync(
        CallRun run, RunningDocument document, Record record, SimulatedRecording recording, Signal.Message? message, Signal? interrupt)
    {
        Complete(recording, message?.Wav ?? [], record);
        var over = interrupt is Signal.HangUp or Signal.Ended;
        if (over)
            run.Call.Status = CallStatus.Completed;
        var digits = over ? "hangup" : message is { EndedBy: [var key] } && Finishes(record, key) ? message.EndedBy : "";
        IReadOnlyList<(string, string)> result =
            [("RecordingUrl", Url(run, recording)), ("RecordingSid", recording.Sid), ("RecordingDuration", CallParameters.Number(recording.Seconds)), ("Digits", digits)];
        var told = recording.Status is RecordingStatus.Absent ? RecordingEvent.Absent : RecordingEvent.Completed;
        if (run.Network.RecordingsCompleteFirst)
            Report(run, document, record, recording, told);
        if (interrupt is not Signal.Redirected && over)
            await run.NotifyAsync(document, record.Action ?? "", record.Method ?? (record.Action is null ? document.Method : null), result);
        if (!run.Network.RecordingsCompleteFirst)
            Report(run, document, record, recording, told);
        return interrupt is null ? run.Action(document, record.Action, record.Method, result) : new Step.Interrupted(interrupt);
    }

    private static void Complete(SimulatedRecording recording, byte[] wav, Record record)
    {
        var length = WavSamples.Length(wav);
        var longest = TimeSpan.FromSeconds(record.MaxLength ?? 3600);
        (recording.Media, recording.Length) = (wav, length < longest ? length : longest);
        recording.Status = wav.Length is 0 ? RecordingStatus.Absent : RecordingStatus.Completed;
    }

    private static void Report(CallRun run, RunningDocument document, Record record, SimulatedRecording recording, RecordingEvent happened)
    {
        var subscribed = record.RecordingStatusCallbackEvent.IsEmpty ? happened is RecordingEvent.Completed : record.RecordingStatusCallbackEvent.Contains(happened);
        if (record.RecordingStatusCallback is not { } callback || !subscribed || document.Absolute(callback) is not { } url)
            return;
        List<(string, string)> fields =
        [
            ("AccountSid", run.Network.Settings.AccountSid), ("CallSid", run.Call.Sid), ("RecordingSid", recording.Sid), ("RecordingUrl", Url(run, recording)),
            ("RecordingStatus", Wire.Word(happened)), ("RecordingChannels", "1"), ("RecordingStartTime", CallParameters.Rfc2822(recording.StartedAt)),
            ("RecordingSource", recording.Source), ("RecordingTrack", "inbound"), ("ErrorCode", "0"),
        ];
        if (happened is RecordingEvent.Completed)
            fields.Add(("RecordingDuration", CallParameters.Number(recording.Seconds)));
        run.Call.Callbacks.Send(url, record.RecordingStatusCallbackMethod ?? CallbackMethod.Post, fields);
    }

    private static string Url(CallRun run, SimulatedRecording recording) =>
        $"https://api.twilio.com/2010-04-01/Accounts/{run.Network.Settings.AccountSid}/Recordings/{recording.Sid}";

    private static bool Finishes(Record record, char key) => (record.FinishOnKey ?? "1234567890*#").Contains(key, StringComparison.Ordinal);
}
