using System.Net;

namespace Hotline.Speech.Tests;

/// <summary>Stands in for the socket where a test needs to see every attempt to send, and time stands still.</summary>
internal sealed class ScriptedWire(params HttpResponseMessage[] replies) : HttpMessageHandler
{
    private readonly Queue<HttpResponseMessage> script = new(replies);
    private int count;

    public int Count => Volatile.Read(ref count);

    public static HttpResponseMessage Transcript() => new(HttpStatusCode.OK) { Content = new StringContent(AzureContract.Transcript("네.").Body) };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref count);

        return Task.FromResult(script.Dequeue());
    }
}
