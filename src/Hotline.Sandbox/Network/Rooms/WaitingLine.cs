namespace Hotline.Sandbox.Network.Rooms;

/// <summary>Callers in line, first come first.</summary>
public sealed class WaitingLine(string sid, string name, DateTimeOffset createdAt)
{
    private readonly Lock gate = new();
    private readonly List<QueueMember> members = [];
    private readonly List<TimeSpan> waits = [];

    public string Sid => sid;
    public string Name => name;
    public DateTimeOffset CreatedAt => createdAt;
    public int MaxSize { get; set; } = 1000;

    public IReadOnlyList<QueueMember> Members
    {
        get
        {
            lock (gate)
                return [.. members];
        }
    }

    /// <summary>Of those who are gone, in whole seconds.</summary>
    public int AverageWaitSeconds
    {
        get
        {
            lock (gate)
                return waits.Count is 0 ? 0 : (int)waits.Average(wait => wait.TotalSeconds);
        }
    }

    internal bool TryAdd(SimulatedCall call, DateTimeOffset now)
    {
        lock (gate)
        {
            if (members.Count >= MaxSize)
                return false;
            members.Add(new(call, now));
            return true;
        }
    }

    /// <summary>Whoever removes a caller decides what happens to them next; false when somebody else did.</summary>
    internal bool TryRemove(SimulatedCall call, DateTimeOffset now)
    {
        lock (gate)
        {
            if (members.Find(member => member.Call == call) is not { } member)
                return false;
            members.Remove(member);
            waits.Add(now - member.EnqueuedAt);
            return true;
        }
    }

    internal int PositionOf(SimulatedCall call)
    {
        lock (gate)
            return members.FindIndex(member => member.Call == call) + 1;
    }
}

public sealed record QueueMember(SimulatedCall Call, DateTimeOffset EnqueuedAt);
