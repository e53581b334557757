using System.Collections.Concurrent;

namespace Hotline.Sandbox.Network.Rooms;

/// <summary>The queues and conferences of the account.</summary>
internal sealed class RoomList(TelephoneNetwork network)
{
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<string, SimulatedConference> conferences = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, WaitingLine> queues = new(StringComparer.Ordinal);

    public IReadOnlyCollection<WaitingLine> Queues => [.. queues.Values.OrderBy(queue => queue.CreatedAt)];

    public IReadOnlyCollection<SimulatedConference> Conferences => [.. conferences.Values.OrderBy(conference => conference.CreatedAt)];

    /// <summary>Made on demand, as Enqueue does.</summary>
    public WaitingLine QueueNamed(string name)
    {
        lock (gate)
        {
            if (queues.Values.FirstOrDefault(queue => string.Equals(queue.Name, name, StringComparison.Ordinal)) is { } known)
                return known;
            var made = new WaitingLine(network.Sids.Next("QU"), name, network.Time.GetUtcNow());
            return queues[made.Sid] = made;
        }
    }

    public WaitingLine? FindQueue(string sid) => queues.GetValueOrDefault(sid);

    public bool RemoveQueue(string sid) => queues.TryRemove(sid, out _);

    /// <summary>The one of that name that is not over, else a new one: names are used again.</summary>
    public SimulatedConference ConferenceNamed(string name)
    {
        lock (gate)
        {
            if (conferences.Values.FirstOrDefault(room => !room.IsOver && string.Equals(room.Name, name, StringComparison.Ordinal)) is { } known)
                return known;
            var made = new SimulatedConference(network, network.Sids.Next("CF"), name);
            return conferences[made.Sid] = made;
        }
    }

    /// <summary>By SID, or by the name of one that is not over.</summary>
    public SimulatedConference? FindConference(string sidOrName) => conferences.GetValueOrDefault(sidOrName)
        ?? conferences.Values.FirstOrDefault(room => !room.IsOver && string.Equals(room.Name, sidOrName, StringComparison.Ordinal));
}
