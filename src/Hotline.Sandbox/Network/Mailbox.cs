using System.Diagnostics.CodeAnalysis;

namespace Hotline.Sandbox.Network;

/// <summary>
/// The signals of one call, taken one after another; while none is there the call counts as quiet. Signals about a room that
/// the call is not in are refused instead of taken.
/// </summary>
internal sealed class Mailbox(TimeProvider time, Activity activity, Action<Signal> refuse)
{
    private readonly Lock gate = new();
    private readonly LinkedList<Signal> signals = [];

    /// <summary>Its result is whether the time is over.</summary>
    private TaskCompletionSource<bool>? waiting;
    private object? room;
    private bool closed;

    public void Post(Signal signal) => Post([signal]);

    /// <summary>All at once: none of them is taken before the last is there.</summary>
    public void Post(IReadOnlyList<Signal> arriving)
    {
        TaskCompletionSource<bool>? wake;
        bool over;
        lock (gate)
        {
            over = closed;
            foreach (var signal in arriving)
                signals.AddLast(signal);
            wake = waiting;
            waiting = null;
            if (wake is not null)
                activity.Enter();
        }

        wake?.SetResult(false);
        if (over)
            RefuseStale();
    }

    /// <summary>The queue, conference or bridge that the call is in from now on; null for none.</summary>
    public void Enter(object? next)
    {
        lock (gate)
            room = next;
        RefuseStale();
    }

    /// <summary>The call is over: whatever still wants it is refused from now on.</summary>
    public void Close()
    {
        lock (gate)
            closed = true;
        Enter(null);
    }

    /// <summary>A signal that stops whatever is being said, if one has arrived.</summary>
    public Signal? TakeInterrupt()
    {
        RefuseStale();
        lock (gate)
            return Take(signal => signal.Interrupts);
    }

    /// <summary>The next signal, interrupts first; <see cref="Signal.TimedOut"/> once the time is over. Null waits for ever.</summary>
    public async Task<Signal> ReceiveAsync(TimeSpan? patience)
    {
        var expired = false;
        for (var end = time.GetUtcNow() + patience; ;)
        {
            RefuseStale();
            if (TryTake(out var signal, mayWait: !expired, out var wake))
                return signal;
            if (expired)
                return new Signal.TimedOut();
            if (wake is null)
                continue;
            using var timer = end is { } limit ? time.CreateTimer(_ => Expire(wake), null, Left(limit), Timeout.InfiniteTimeSpan) : null;
            expired = await wake.Task;
        }
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

    /// <summary>Outside the lock, because it reaches into other calls' mailboxes.</summary>
    private void RefuseStale()
    {
        foreach (var stale in Drop(IsStale))
            refuse(stale);
    }

    /// <param name="wake">Completes when something arrives; null when something has to be refused first, or the call is not to wait.</param>
    private bool TryTake([NotNullWhen(true)] out Signal? signal, bool mayWait, out TaskCompletionSource<bool>? wake)
    {
        wake = null;
        lock (gate)
        {
            if ((signal = Take(_ => true)) is not null)
                return true;
            if (!mayWait || signals.Count > 0)
                return false;
            waiting = wake = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        activity.Exit();
        return false;
    }

    private TimeSpan Left(DateTimeOffset end)
    {
        var left = end - time.GetUtcNow();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private bool IsStale(Signal signal) => signal.Room is { } about && about != room;

    private Signal? Take(Func<Signal, bool> wanted)
    {
        var first = signals.FirstOrDefault(signal => signal.Interrupts && !IsStale(signal)) ?? signals.FirstOrDefault(signal => wanted(signal) && !IsStale(signal));
        if (first is not null)
            signals.Remove(first);
        return first;
    }

    private void Expire(TaskCompletionSource<bool> wake)
    {
        lock (gate)
        {
            if (waiting != wake)
                return;
            waiting = null;
            activity.Enter();
        }

        wake.SetResult(true);
    }
}
