namespace Hotline.CaseBackend.Tests;

/// <summary>A body that never arrives.</summary>
internal sealed class EndlessWait(TimeProvider time) : MemoryStream
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
        return 0;
    }
}
