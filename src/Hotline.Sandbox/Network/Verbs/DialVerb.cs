using Hotline.Sandbox.Network.Rooms;
using Hotline.Sandbox.Network.Webhooks;
using Hotline.Twilio;
using Hotline.Twilio.Twiml;
using Hotline.Twilio.Webhooks;

namespace Hotline.Sandbox.Network.Verbs;

/// <summary>Connects the call (Twilio contract §1.5, §4). Several legs ring at once; the first that was screened is connected.</summary>
internal static class DialVerb
{
    public static async Task<Step> RunAsync(CallRun run, RunningDocument document, Dial dial)
    {
        var (result, interrupt) = dial.Nouns switch
        {
            [Conference conference] => await ConferenceNoun.RunAsync(run, document, dial, conference),
            [Twilio.Twiml.Queue queue] => await QueueNoun.RunAsync(run, document, dial, queue),
            _ => await RunLegsAsync(run, document, dial),
        };
        if (interrupt is Signal.Redirected)
            return new Step.Interrupted(interrupt);
        if (interrupt is not null)
        {
            run.Call.Status = CallStatus.Completed;
            await run.NotifyAsync(document, dial.Action, dial.Method, result);
            return new Step.Interrupted(interrupt);
        }

        return dial.Action is null ? new Step.Continue() : run.Action(document, dial.Action, dial.Method, result);
    }

    private static async Task<(IReadOnlyList<(string, string)> Result, Signal? Interrupt)> RunLegsAsync(CallRun run, RunningDocument document, Dial dial)
    {
        List<SimulatedCall> legs = [.. dial.Nouns.OfType<Leg>().Select(noun => Ring(run, document, dial, noun))];
        var (taken, interrupt) = await WaitForLegAsync(run, dial, legs);
        foreach (var other in legs.Where(leg => leg != taken && !leg.IsOver))
            other.Mailbox.Post(new Signal.Ended(other.AnsweredAt is null ? CallStatus.Canceled : CallStatus.Completed));
        if (taken is null)
            return (Result(interrupt is null ? Unreached(legs) : DialCallStatus.Canceled, bridged: false, legs.FirstOrDefault()), interrupt);
        var bridge = new Bridge(run.Call, taken);
        taken.Mailbox.Post(new Signal.Joined(bridge, taken));
        run.Answer();
        var began = run.Network.Time.GetUtcNow();
        var ended = await Talking.RunAsync(run, bridge, dial.TimeLimit is { } limit ? TimeSpan.FromSeconds(limit) : null, dial.HangupOnStar ?? false);
        List<(string, string)> result = [.. Result(DialCallStatus.Completed, bridged: true, taken)];
        result.Add(("DialCallDuration", CallParameters.Number((int)(run.Network.Time.GetUtcNow() - began).TotalSeconds)));
        return (result, ended?.By);
    }

    private static async Task<(SimulatedCall? Taken, Signal? Interrupt)> WaitForLegAsync(CallRun run, Dial dial, List<SimulatedCall> legs)
    {
        for (var end = run.Network.Time.GetUtcNow() + TimeSpan.FromSeconds(dial.Timeout ?? 30); ;)
        {
            if (legs.Find(leg => leg is { IsReady: true, IsOver: false }) is { } ready)
                return (ready, null);
            if (legs.TrueForAll(leg => leg.IsOver))
                return (null, null);
            // A leg that somebody took is being screened; ringing time is over, but not the screening.
            var left = legs.Exists(leg => leg is { IsOver: false, AnsweredAt: not null }) ? (TimeSpan?)null : end - run.Network.Time.GetUtcNow();
            if (left <= TimeSpan.Zero)
                return (null, null);
            switch (await run.ReceiveAsync(CallActivity.Dialing, left))
            {
                case Signal.Silence or Signal.TimedOut when left is not null: return (null, null);
                case Signal.Key { Pressed: '*' } when dial.HangupOnStar is true: return (null, null);
                case { Interrupts: true } interrupt: return (null, interrupt);
            }
        }
    }

    private static SimulatedCall Ring(CallRun run, RunningDocument document, Dial dial, Leg noun)
    {
        var to = noun switch
        {
            Number number => number.PhoneNumber,
            Sip sip => sip.Address,
            Client client => "client:" + client.Identity,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return run.Network.Begin(new(run.Network.Phone(to), dial.CallerId ?? run.Call.From, to, CallDirection.OutboundDial)
        {
            Parent = run.Call,
            RingFor = TimeSpan.FromSeconds(dial.Timeout ?? 30),
            Start = noun.Url is { } url && document.Absolute(url) is { } whisper ? new TwimlSource.Address(whisper, noun.Method ?? CallbackMethod.Post) : null,
            Progress = noun.StatusCallback is { } callback && document.Absolute(callback) is { } status
                ? new(status, noun.StatusCallbackMethod ?? CallbackMethod.Post, noun.StatusCallbackEvent.IsEmpty ? [CallEvent.Completed] : noun.StatusCallbackEvent)
                : null,
            Detection = noun is DetectableLeg { MachineDetection: { } kind } leg && !(noun is Number { SendDigits: not null })
                ? new(kind, leg.AmdStatusCallback is { } amd && document.Absolute(amd) is { } result ? new(result, leg.AmdStatusCallbackMethod ?? CallbackMethod.Post) : null)
                : null,
        });
    }

    /// <summary>Answered and then ended by screening counts as completed: DialBridged tells the difference.</summary>
    private static DialCallStatus Unreached(List<SimulatedCall> legs) => legs switch
    {
        _ when legs.Exists(leg => leg.AnsweredAt is not null) => DialCallStatus.Completed,
        _ when legs.Exists(leg => leg.Status is CallStatus.Busy) => DialCallStatus.Busy,
        [_, ..] when legs.TrueForAll(leg => leg.Status is CallStatus.Failed) => DialCallStatus.Failed,
        _ => DialCallStatus.NoAnswer,
    };

    public static IReadOnlyList<(string Name, string Value)> Result(DialCallStatus status, bool bridged, SimulatedCall? leg)
    {
        List<(string, string)> result = [("DialCallStatus", Wire.Word(status)), ("DialBridged", bridged ? "true" : "false")];
        if (leg is not null)
            result.Add(("DialCallSid", leg.Sid));
        return result;
    }
}
