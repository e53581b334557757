using Hotline.Sandbox.Network.Rooms;
using Hotline.Sandbox.Network.Webhooks;
using Hotline.Twilio.Twiml;
using Hotline.Twilio.Webhooks;

namespace Hotline.Sandbox.Network.Verbs;

/// <summary>A participant of a conference: waits until it begins, talks until it ends or they leave.</summary>
internal static class ConferenceNoun
{
    public static async Task<(IReadOnlyList<(string, string)> Result, Signal? Interrupt)> RunAsync(CallRun run, RunningDocument document, Dial dial, Conference noun)
    {
        var (room, participant) = Join(run, document, noun);
        // It ended between being found and being joined: the name stands for a new one now.
        if (participant is null && room.IsOver)
            (room, participant) = Join(run, document, noun);
        if (participant is null)
        {
            run.Call.Mailbox.Enter(null);
            run.Fail(16025, document.Url ?? "", "The participant label is taken, or the conference is full.");
            return (DialVerb.Result(DialCallStatus.Failed, bridged: false, null), null);
        }

        var end = dial.TimeLimit is { } seconds ? run.Network.Time.GetUtcNow() + TimeSpan.FromSeconds(seconds) : (DateTimeOffset?)null;
        var began = false;
        var interrupt = await WaitAsync(run, document, noun) ?? new Signal.TimedOut();
        while (interrupt is not (Signal.Parted or Signal.HangUp or Signal.Ended or Signal.Redirected))
        {
            began |= interrupt is Signal.Started;
            if (interrupt is Signal.Key { Pressed: '*' } && dial.HangupOnStar is true)
                break;
            Hear(room, run.Call, interrupt);
            if (end <= run.Network.Time.GetUtcNow())
                break;
            interrupt = await run.ReceiveAsync(CallActivity.InConference, end - run.Network.Time.GetUtcNow());
        }

        // The leave event tells the call's final status, so it must be known first.
        if (interrupt is Signal.HangUp or Signal.Ended)
            (run.Call.Status, run.Call.EndedAt) = (CallStatus.Completed, run.Network.Time.GetUtcNow());
        room.Leave(run.Call, interrupt is Signal.Redirected ? "participant_updated_via_api" : interrupt is Signal.Parted ? PartedReason(room) : "participant_hung_up");
        run.Call.Mailbox.Enter(null);
        var left = interrupt is Signal.HangUp or Signal.Ended or Signal.Redirected ? interrupt : null;
        return (DialVerb.Result(DialCallStatus.Answered, bridged: began, null), left);
    }

    private static (SimulatedConference Room, ConferenceParticipant? Joined) Join(CallRun run, RunningDocument document, Conference noun)
    {
        var room = run.Network.Rooms.ConferenceNamed(noun.Name);
        run.Call.Mailbox.Enter(room);
        return (room, room.Join(run.Call, noun, url => document.Absolute(url) ?? url));
    }

    /// <summary>The wait document runs once; the beginning of the conference cuts it short.</summary>
    private static async Task<Signal?> WaitAsync(CallRun run, RunningDocument document, Conference noun)
    {
        if (run.Call.Mailbox.TakeInterrupt() is { } already)
            return already;
        if (string.IsNullOrEmpty(noun.WaitUrl))
        {
            run.Call.Hear(noun.WaitUrl is null ? HeardKind.Music : HeardKind.Silence, "");
            return null;
        }

        var step = document.Absolute(noun.WaitUrl) is { } url
            ? await run.RunAsync(new TwimlSource.Address(url, noun.WaitMethod ?? CallbackMethod.Post), DocumentContext.ConferenceWait, [])
            : run.Fail(13320, "", "A document given in a REST request must have an absolute waitUrl.");
        return step is Step.Interrupted interrupted ? interrupted.By : null;
    }

    private static void Hear(SimulatedConference room, SimulatedCall speaker, Signal signal)
    {
        if (signal is Signal.Spoken { Text: var text })
            room.Say(speaker, HeardKind.Person, text);
        else if (signal is Signal.Key { Pressed: var key })
            room.Say(speaker, HeardKind.Tone, key.ToString());
    }

    private static string PartedReason(SimulatedConference room) => room.ReasonEnded switch
    {
        null => "participant_updated_via_api",
        "conference-ended-via-api" => "conference_ended_via_api",
        _ => "moderator_ended_conference",
    };
}
