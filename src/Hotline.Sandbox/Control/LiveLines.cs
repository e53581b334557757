using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Hotline.Sandbox.Network;

namespace Hotline.Sandbox.Control;

/// <summary>Fans what happens at calls out to every browser that watches. A slow one misses the oldest, never holds up a call.</summary>
internal sealed class LiveLines : IDisposable
{
    private const int Backlog = 1000;

    private readonly ConcurrentDictionary<Channel<CallView>, byte> watchers = new();
    private readonly TelephoneNetwork network;

    public LiveLines(TelephoneNetwork network)
    {
        this.network = network;
        network.Changed += Tell;
    }

    /// <summary>Begins with <c>ready</c>, so that a browser knows that nothing is missed from here on; then <c>call</c> each time.</summary>
    public async IAsyncEnumerable<SseItem<CallView?>> WatchAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var channel = Channel.CreateBounded<CallView>(new BoundedChannelOptions(Backlog) { FullMode = BoundedChannelFullMode.DropOldest });
        watchers[channel] = 0;
        try
        {
            yield return new(null, "ready");
            await foreach (var view in channel.Reader.ReadAllAsync(cancellation))
                yield return new(view, "call");
        }
        finally
        {
            watchers.TryRemove(channel, out _);
        }
    }

    public void Dispose() => network.Changed -= Tell;

    private void Tell(object? sender, CallChangedEventArgs change)
    {
        var view = CallView.Of(change.Call, change.Line);
        foreach (var watcher in watchers.Keys)
            watcher.Writer.TryWrite(view);
    }
}
