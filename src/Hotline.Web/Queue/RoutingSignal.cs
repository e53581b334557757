using System.Threading.Channels;

namespace Hotline.Web.Queue;

/// <summary>Says that the line may look different. Many signals at once become one look; a lost one is made good within a second.</summary>
public sealed class RoutingSignal
{
    private readonly Channel<bool> signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Raise() => signals.Writer.TryWrite(true);

    /// <summary>Until the next signal, or until that much time has passed.</summary>
    internal async Task WaitAsync(TimeSpan most, TimeProvider time, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var signalled = signals.Reader.WaitToReadAsync(either.Token).AsTask();
        await Task.WhenAny(signalled, Task.Delay(most, time, either.Token));
        await either.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
        signals.Reader.TryRead(out _);
    }
}
