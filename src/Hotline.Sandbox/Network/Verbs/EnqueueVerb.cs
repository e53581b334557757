using Hotline.Sandbox.Network.Rooms;
using Hotline.Sandbox.Network.Webhooks;
using Hotline.Twilio;
using Hotline.Twilio.Twiml;
using Hotline.Twilio.Webhooks;

namespace Hotline.Sandbox.Network.Verbs;

/// <summary>Waits in a queue, its wait document over and over (Twilio contract §1.4, §4).</summary>
internal static class EnqueueVerb
{
    /// <summary>A shorter wait document would be a storm of requests; the carrier sends it, this machine is spared.</summary>
    private static readonly TimeSpan ShortestLoop = TimeSpan.FromSeconds(1);

    public static async Task<Step> RunAsync(CallRun run, RunningDocument document, Enqueue enqueue)
    {
        var queue = run.Network.Rooms.QueueNamed(enqueue.Name);
        var since = run.Network.Time.GetUtcNow();
        if (enqueue.MaxQueueSize is { } size)
            queue.MaxSize = size;
        run.Call.Mailbox.Enter(queue);
        if (!queue.TryAdd(run.Call, since))
        {
            run.Call.Mailbox.Enter(null);
            return After(run, document, enqueue, [("QueueResult", Wire.Word(QueueResult.QueueFull))]);
        }

        var step = await WaitAsync(run, document, enqueue, queue);
        var mine = queue.TryRemove(run.Call, run.Network.Time.GetUtcNow());
        // Whoever took the caller out of the queue is about to say so; that decides, unless the caller is gone.
        if (!mine && step is not Step.Interrupted { By: Signal.Dequeued or Signal.HangUp or Signal.Ended or Signal.Redirected })
            step = new Step.Interrupted(await WaitForChangeAsync(run, null));
        run.Call.Mailbox.Enter(step is Step.Interrupted { By: Signal.Dequeued taken } ? taken.Bridge : null);
        return await LeaveAsync(run, document, enqueue, queue, step, since);
    }

    private static async Task<Step> LeaveAsync(CallRun run, RunningDocument document, Enqueue enqueue, WaitingLine queue, Step step, DateTimeOffset since)
    {
        IReadOnlyList<(string, string)> Result(QueueResult result) =>
            [("QueueResult", Wire.Word(result)), ("QueueSid", queue.Sid), ("QueueTime", Seconds(run, since))];

        switch (step)
        {
            case Step.Interrupted { By: Signal.Dequeued dequeued }:
                var interrupted = await BridgeAsync(run, queue, dequeued, since);
                return interrupted ?? After(run, document, enqueue, Result(QueueResult.Bridged));
            case Step.Interrupted { By: Signal.Redirected { ByQueueMember: true } }:
                return step;
            case Step.Interrupted { By: Signal.Redirected }:
                await run.NotifyAsync(document, enqueue.Action, enqueue.Method, Result(QueueResult.Redirected));
                return step;
            case Step.Interrupted or Step.HangUp:
                run.Call.Status = CallStatus.Completed;
                await run.NotifyAsync(document, enqueue.Action, enqueue.Method, Result(QueueResult.Hangup));
                return step;
            case Step.Leave:
                return After(run, document, enqueue, Result(QueueResult.Leave));
            default:
                return After(run, document, enqueue, Result(QueueResult.Error));
        }
    }

    private static async Task<Step> WaitAsync(CallRun run, RunningDocument document, Enqueue enqueue, WaitingLine queue)
    {
        if (string.IsNullOrEmpty(enqueue.WaitUrl))
        {
            run.Call.Hear(enqueue.WaitUrl is null ? HeardKind.Music : HeardKind.Silence, "");
            return new Step.Interrupted(await WaitForChangeAsync(run, null));
        }

        if (document.Absolute(enqueue.WaitUrl) is not { } url)
            return run.Fail(13320, "", "A document given in a REST request must have an absolute waitUrl.");
        var source = new TwimlSource.Address(url, enqueue.WaitUrlMethod ?? CallbackMethod.Post);
        for (var since = run.Network.Time.GetUtcNow(); ;)
        {
            var before = run.Network.Time.GetUtcNow();
            var step = await run.RunAsync(source, DocumentContext.QueueWait, Standing(run, queue, since));
            if (step is not Step.EndOfDocument)
                return step;
            var spoken = run.SpokenSinceWaiting > ShortestLoop ? run.SpokenSinceWaiting : ShortestLoop;
            var left = before + spoken - run.Network.Time.GetUtcNow();
            if (left > TimeSpan.Zero && await WaitForChangeAsync(run, left) is { Interrupts: true } change)
                return new Step.Interrupted(change);
        }
    }

    /// <summary>Silence lets the waiting loop come round; keys mean nothing here.</summary>
    private static async Task<Signal> WaitForChangeAsync(CallRun run, TimeSpan? patience)
    {
        for (; ; )
        {
            var signal = await run.ReceiveAsync(CallActivity.InQueue, patience);
            if (signal.Interrupts || (patience is not null && signal is Signal.TimedOut or Signal.Silence))
                return signal;
            if (signal is Signal.Key lost)
                run.Call.LostKeys += lost.Pressed;
        }
    }

    private static async Task<Step?> BridgeAsync(CallRun run, WaitingLine queue, Signal.Dequeued dequeued, DateTimeOffset since)
    {
        if (dequeued.Whisper is { } whisper)
        {
            var step = await run.RunAsync(whisper, DocumentContext.QueueWhisper,
                [("QueueSid", queue.Sid), ("QueueTime", Seconds(run, since)), ("DequeingCallSid", dequeued.DequeuingCallSid)]);
            if (step is Step.Interrupted { By: Signal.Parted })
                return null;
            if (step is not Step.EndOfDocument)
            {
                dequeued.Bridge.Leave(run.Call);
                run.Call.Mailbox.Enter(null);
                return step;
            }
        }

        return await Talking.RunAsync(run, dequeued.Bridge, null, hangupOnStar: false);
    }

    private static Step After(CallRun run, RunningDocument document, Enqueue enqueue, IReadOnlyList<(string, string)> result) =>
        enqueue.Action is null ? new Step.Continue() : run.Action(document, enqueue.Action, enqueue.Method, result);

    private static IReadOnlyList<(string Name, string Value)> Standing(CallRun run, WaitingLine queue, DateTimeOffset since) =>
    [
        ("QueuePosition", CallParameters.Number(queue.PositionOf(run.Call))), ("QueueSid", queue.Sid), ("QueueTime", Seconds(run, since)),
        ("AvgQueueTime", CallParameters.Number(queue.AverageWaitSeconds)), ("CurrentQueueSize", CallParameters.Number(queue.Members.Count)),
        ("MaxQueueSize", CallParameters.Number(queue.MaxSize)),
    ];

    private static string Seconds(CallRun run, DateTimeOffset since) => CallParameters.Number((int)(run.Network.Time.GetUtcNow() - since).TotalSeconds);
}
