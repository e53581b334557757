using System.Net;
using System.Text;
using Hotline.Twilio.Rest;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Hotline.Twilio.Tests.Rest;

internal sealed record SeenRequest(TimeSpan At, HttpMethod Method, Uri Url, string? Authorization);

/// <summary>
/// A network whose answers are written down beforehand, under a clock that the test moves. An unplanned request fails.
/// </summary>
internal sealed class ScriptedNetwork : HttpMessageHandler
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private readonly FakeTimeProvider clock = new();

    private readonly DateTimeOffset start;

    private readonly Queue<Func<CancellationToken, Task<HttpResponseMessage>>> script = new();

    private readonly ServiceProvider services;

    public ScriptedNetwork()
    {
        start = clock.GetUtcNow();
        services = TwilioAccount.Services(TwilioAccount.Settings("https://api.twilio.com"), clock, this);
        Twilio = services.GetRequiredService<TwilioClient>();
    }

    public TwilioClient Twilio { get; }

    public List<SeenRequest> Seen { get; } = [];

    public ScriptedNetwork Answers(HttpStatusCode status, string body = "{}", int times = 1, Action<HttpResponseMessage>? with = null)
    {
        for (var i = 0; i < times; i++)
        {
            script.Enqueue(_ =>
            {
                var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
                with?.Invoke(response);
                return Task.FromResult(response);
            });
        }
        return this;
    }

    public ScriptedNetwork Breaks(HttpRequestError error)
    {
        script.Enqueue(_ => throw new HttpRequestException(error));
        return this;
    }

    public ScriptedNetwork Hangs()
    {
        script.Enqueue(cancellation =>
        {
            // Unlike Task.Delay, this goes on inside the timer that cancels it.
            var never = new TaskCompletionSource<HttpResponseMessage>();
            cancellation.Register(() => never.TrySetCanceled(cancellation));
            return never.Task;
        });
        return this;
    }

    /// <summary>
    /// Runs to the end while the clock moves on whenever everybody waits. Away from the test's synchronization context every
    /// continuation of a timer runs inside <c>Advance</c>, so no attempt can be overtaken by the clock.
    /// </summary>
    public Task<T> RunAsync<T>(Func<TwilioClient, Task<T>> act) => Task.Run(async () =>
    {
        var task = act(Twilio);
        for (var step = 0; !task.IsCompleted && step < 3000; step++) clock.Advance(Step);
        return await task.WaitAsync(TimeSpan.FromSeconds(10));
    });

    public async Task<TwilioFailure> FailAsync<T>(Func<TwilioClient, Task<T>> act) =>
        (await Assert.ThrowsAsync<TwilioException>(() => RunAsync(act))).Failure;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Seen.Add(new(clock.GetUtcNow() - start, request.Method, request.RequestUri!, request.Headers.Authorization?.ToString()));
        return script.TryDequeue(out var answer)
            ? answer(cancellationToken)
            : throw new InvalidOperationException($"Nobody planned request {Seen.Count}: {request.Method} {request.RequestUri}");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) services.Dispose();
        base.Dispose(disposing);
    }
}
