namespace Hotline.Sandbox.Network;

/// <summary>The signals of one call, taken one after another; while none is there the call counts as quiet.</summary>
internal sealed class Mailbox(TimeProvider time, Activity activity)
{
    private readonly Lock gate = new();
    private readonly LinkedList<Signal> signals = [];
    private TaskCompletionSource? waiting;

    public void Post(Signal signal) => Post([signal]);

    /// <summary>All at once: none of them is taken before the last is there.</summary>
    public void Post(IReadOnlyList<Signal> arriving)
    {
        TaskCompletionSource? wake;
        lock (gate)
        {
            foreach (var signal in arriving)
                signals.AddLast(signal);
            wake = waiting;
            waiting = null;
            if (wake is not null)
                activity.Enter();
        }

        wake?.SetResult();
    }

    public bool HasInterrupt
    {
        get
        {
            lock (gate)
                return signals.Any(signal => signal.Interrupts);
        }
    }

    /// <summary>A signal that stops whatever is being said, if one has arrived.</summary>
    public Signal? TakeInterrupt()
    {
        lock (gate)
            return signals.Any(signal => signal.Interrupts) ? Take() : null;
    }

    /// <summary>The next signal, interrupts first; <see cref="Signal.TimedOut"/> once the time is over. Null waits for ever.</summary>
    public async Task<Signal> ReceiveAsync(TimeSpan? patience)
    {
        if (TryTake(out var signal, out var wake))
            return signal;
        using var timer = patience is { } limit ? time.CreateTimer(_ => Expire(wake), null, limit, Timeout.InfiniteTimeSpan) : null;
        await wake.Task;
        return TryTakeNow() ?? new Signal.TimedOut();
    }

    /// <summary>Removes what no longer means anything, and says what it was.</summary>
    public IReadOnlyList<Signal> Drop(Func<Signal, bool> stale)
    {
        lock (gate)
        {
            var dropped = signals.Where(stale).ToList();
            dropped.ForEach(signal => signals.Remove(signal));
            return dropped;
        }
    }

    private bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Signal? signal, out TaskCompletionSource wake)
    {
        lock (gate)
        {
            wake = new(TaskCreationOptions.RunContinuationsAsynchronously);
            signal = Take();
            if (signal is not null)
                return true;
            waiting = wake;
        }

        activity.Exit();
        return false;
    }

    private Signal? TryTakeNow()
    {
        lock (gate)
            return Take();
    }

    private Signal? Take()
    {
        var first = signals.FirstOrDefault(signal => signal.Interrupts) ?? signals.First?.Value;
        if (first is not null)
            signals.Remove(first);
        return first;
    }

    private void Expire(TaskCompletionSource wake)
    {
        lock (gate)
        {
            if (waiting != wake)
                return;
            waiting = null;
            activity.Enter();
        }

        wake.SetResult();
    }
}
