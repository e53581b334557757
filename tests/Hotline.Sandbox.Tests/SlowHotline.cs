namespace Hotline.Sandbox.Tests;

/// <summary>Takes every request and answers none.</summary>
internal sealed class SlowHotline(TimeProvider time) : HttpMessageHandler
{
    public SemaphoreSlim Asked { get; } = new(0);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Release();
        await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
        throw new InvalidOperationException("An endless wait ended.");
    }

    protected override void Dispose(bool disposing)
    {
        Asked.Dispose();
        base.Dispose(disposing);
    }
}
