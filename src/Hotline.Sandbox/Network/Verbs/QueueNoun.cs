using Hotline.Sandbox.Network.Rooms;
using Hotline.Sandbox.Network.Webhooks;
using Hotline.Twilio.Twiml;
using Hotline.Twilio.Webhooks;

namespace Hotline.Sandbox.Network.Verbs;

/// <summary>Takes the first caller out of a queue; an empty one is waited at until the Dial's time is over.</summary>
internal static class QueueNoun
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    public static async Task<(IReadOnlyList<(string, string)> Result, Signal? Interrupt)> RunAsync(CallRun run, RunningDocument document, Dial dial, Twilio.Twiml.Queue noun)
    {
        var queue = run.Network.Rooms.QueueNamed(noun.Name);
        for (var end = run.Network.Time.GetUtcNow() + TimeSpan.FromSeconds(dial.Timeout ?? 30); ;)
        {
            if (Take(run, queue) is { } member)
                return await TalkAsync(run, document, dial, noun, queue, member);
            if (run.Network.Time.GetUtcNow() >= end)
                return (DialVerb.Result(DialCallStatus.NoAnswer, bridged: false, null), null);
            switch (await run.ReceiveAsync(CallActivity.Dialing, Look))
            {
                case Signal.Silence: return (DialVerb.Result(DialCallStatus.NoAnswer, bridged: false, null), null);
                case { Interrupts: true } interrupt: return (DialVerb.Result(DialCallStatus.Canceled, bridged: false, null), interrupt);
            }
        }
    }

    private static QueueMember? Take(CallRun run, WaitingLine queue) =>
        queue.Members.FirstOrDefault(member => queue.TryRemove(member.Call, run.Network.Time.GetUtcNow()));

    private static async Task<(IReadOnlyList<(string, string)> Result, Signal? Interrupt)> TalkAsync(
        CallRun run, RunningDocument document, Dial dial, Twilio.Twiml.Queue noun, WaitingLine queue, QueueMember member)
    {
        var bridge = new Bridge(run.Call, member.Call);
        var whisper = noun.Url is { } url && document.Absolute(url) is { } absolute ? new TwimlSource.Address(absolute, noun.Method ?? CallbackMethod.Post) : null;
        member.Call.Mailbox.Post(new Signal.Dequeued(queue, bridge, whisper, run.Call.Sid));
        var ended = await Talking.RunAsync(run, bridge, null, dial.HangupOnStar ?? false);
        var waited = (int)(run.Network.Time.GetUtcNow() - member.EnqueuedAt).TotalSeconds;
        return ([.. DialVerb.Result(DialCallStatus.Completed, bridged: true, member.Call), ("QueueSid", queue.Sid), ("QueueTime", CallParameters.Number(waited))], ended?.By);
    }
}
