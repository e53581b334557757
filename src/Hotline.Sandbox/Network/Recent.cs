using System.Collections.Concurrent;

namespace Hotline.Sandbox.Network;

/// <summary>Keeps what came last: a sandbox that runs for days must not grow for days.</summary>
internal static class Recent
{
    private const int Most = 20_000;

    public static void Keep<T>(this ConcurrentQueue<T> queue, T item)
    {
        queue.Enqueue(item);
        while (queue.Count > Most)
            queue.TryDequeue(out _);
    }
}
