using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Hotline.CaseBackend.Tests;

/// <summary>The real client over a scripted network: each request takes the next answer, an unplanned one fails the test.</summary>
internal sealed class StubBackend : HttpMessageHandler
{
    private readonly Queue<Func<CancellationToken, Task<HttpResponseMessage>>> answers = new();

    public StubBackend()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["CaseBackend:BaseUrl"] = "https://cases.example.go.kr/api",
            ["CaseBackend:ApiKey"] = "secret-key",
        };
        Client = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log))
            .AddCaseBackend(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .ConfigureHttpClientDefaults(http => http.ConfigurePrimaryHttpMessageHandler(() => this))
            .AddHttpClient<ICaseBackend, HttpCaseBackend>().ConfigurePrimaryHttpMessageHandler(() => this).Services
            .BuildServiceProvider()
            .GetRequiredService<ICaseBackend>();
    }

    public FakeTimeProvider Time { get; } = new(Samples.Now) { AutoAdvanceAmount = TimeSpan.Zero };

    public ICaseBackend Client { get; }

    public LogLines Log { get; } = new();

    public List<(HttpMethod Method, string Url, string? Key, string? Authorization, string? ContentType, string Body)> Requests { get; } = [];

    public StubBackend Answer(int status, string body = "", string? retryAfter = null) => Next(_ =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) };
        if (retryAfter is not null)
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return Task.FromResult(response);
    });

    public StubBackend Break() => Next(_ => throw new HttpRequestException("connection refused"));

    public StubBackend Hang() => Next(async cancellation =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, Time, cancellation);
        throw new InvalidOperationException("unreachable");
    });

    public StubBackend HangInsideTheBody() => Next(_ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.Created) { Content = new StreamContent(new EndlessWait(Time)) }));

    /// <summary>Lets time pass until the client has answered; no real time is spent.</summary>
    public async Task<T> WhileTimePasses<T>(Task<T> pending)
    {
        var limit = Stopwatch.StartNew();
        while (!pending.IsCompleted)
        {
            Assert.True(limit.Elapsed < TimeSpan.FromSeconds(20), "The client never answered.");
            Time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
        }

        return await pending;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add((
            request.Method,
            request.RequestUri!.AbsoluteUri,
            request.Headers.TryGetValues("Idempotency-Key", out var keys) ? keys.Single() : null,
            request.Headers.Authorization?.ToString(),
            request.Content?.Headers.ContentType?.ToString(),
            request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
        Assert.True(answers.TryDequeue(out var answer), "A request that the test did not plan.");
        return await answer(cancellationToken);
    }

    private StubBackend Next(Func<CancellationToken, Task<HttpResponseMessage>> answer)
    {
        answers.Enqueue(answer);
        return this;
    }
}
