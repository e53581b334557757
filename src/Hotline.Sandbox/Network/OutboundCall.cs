using Hotline.Sandbox.Network.Rooms;
using Hotline.Sandbox.Network.Verbs;
using Hotline.Twilio;
using Hotline.Twilio.Twiml;
using Hotline.Twilio.Webhooks;

namespace Hotline.Sandbox.Network;

/// <summary>A call that the hotline makes, by REST or by Dial: it rings, is answered or not, and then runs.</summary>
internal static class OutboundCall
{
    public static async Task<CallStatus> RunAsync(CallRun run, Reflexes reflexes)
    {
        var call = run.Call;
        call.Status = CallStatus.Initiated;
        call.Report(CallEvent.Initiated);
        call.Status = CallStatus.Ringing;
        call.Report(CallEvent.Ringing);
        call.Phone.TellRinging();
        if (await RingAsync(run) is { } unanswered)
            return unanswered;
        run.Answer();
        if (call.Phone.WhenCalled is WhenCalled.Voicemail voicemail)
            call.Network.Tell(call, new(HeardKind.Person, voicemail.Greeting, null, null, TimeSpan.Zero, call.Network.Time.GetUtcNow()));
        Detect(call, reflexes.IsMachine);
        return call.Direction is CallDirection.OutboundDial ? await RunLegAsync(run) : await run.RunVoiceAsync(call.Setup.Start!);
    }

    /// <summary>Null once it is answered.</summary>
    private static async Task<CallStatus?> RingAsync(CallRun run)
    {
        for (var end = run.Network.Time.GetUtcNow() + run.Call.Setup.RingFor; ;)
        {
            switch (await run.ReceiveAsync(CallActivity.Ringing, Patience(end - run.Network.Time.GetUtcNow())))
            {
                case Signal.Answered: return null;
                case Signal.NotAnswered not: return not.Status;
                case Signal.Ended: return CallStatus.Canceled;
                case Signal.HangUp: return CallStatus.Busy;
                case Signal.Silence or Signal.TimedOut: return CallStatus.NoAnswer;
            }
        }
    }

    private static TimeSpan Patience(TimeSpan left) => left > TimeSpan.Zero ? left : TimeSpan.Zero;

    private static void Detect(SimulatedCall call, bool isMachine)
    {
        if (call.Setup.Detection is not { } detection)
            return;
        var guess = (isMachine, detection.Kind) switch
        {
            (false, _) => AnsweredBy.Human,
            (true, MachineDetection.Enable) => AnsweredBy.MachineStart,
            (true, MachineDetection.DetectMessageEnd) => AnsweredBy.MachineEndBeep,
        };
        call.AnsweredBy = Wire.Word(guess);
        if (detection.Callback is { } callback)
        {
            call.Callbacks.Send(callback.Url, callback.Method,
                [("AccountSid", call.Network.Settings.AccountSid), ("AnsweredBy", call.AnsweredBy), ("CallSid", call.Sid), ("MachineDetectionDuration", "2400")]);
        }
    }

    /// <summary>A dialled leg: the whisper first, then the dialling call.</summary>
    private static async Task<CallStatus> RunLegAsync(CallRun run)
    {
        var call = run.Call;
        if (call.Setup.Start is { } whisper)
        {
            var step = await run.RunAsync(whisper, DocumentContext.Whisper, []);
            if (step is Step.Interrupted { By: Signal.Redirected away })
                return await run.RunVoiceAsync(away.To);
            if (step is not Step.EndOfDocument)
                return CallStatus.Completed;
        }

        call.Mailbox.Enter(call);
        call.IsReady = true;
        call.Parent!.Mailbox.Post(new Signal.LegChanged());
        for (; ; )
        {
            switch (await run.ReceiveAsync(CallActivity.Dialing, null))
            {
                case Signal.Joined joined: return await TalkAsync(run, joined.Bridge);
                case Signal.Redirected away:
                    call.Mailbox.Enter(null);
                    return await run.RunVoiceAsync(away.To);
                case Signal.HangUp or Signal.Ended:
                    call.Mailbox.Enter(null);
                    return CallStatus.Completed;
            }
        }
    }

    private static async Task<CallStatus> TalkAsync(CallRun run, Bridge bridge) =>
        await Talking.RunAsync(run, bridge, null, hangupOnStar: false) is { By: Signal.Redirected away }
            ? await run.RunVoiceAsync(away.To)
            : CallStatus.Completed;
}
