using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Hotline.Speech.Tests;

public sealed class SpeechTimingTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 3, 0, 0, TimeSpan.Zero));

    [Fact(Timeout = 30_000)]
    public async Task A_service_that_asks_for_a_second_gets_a_second()
    {
        var wire = new ScriptedWire(Throttled(TimeSpan.FromSeconds(1)), ScriptedWire.Transcript());
        await using var host = Host(wire);

        var answer = host.First.TranscribeAsync(Sample.Request(), CancellationToken.None);
        clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal(1, wire.Count);
        clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.False((await answer).Empty);
        Assert.Equal(2, wire.Count);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_longer_wait_than_a_minute_is_left_to_the_caller()
    {
        var wire = new ScriptedWire(Throttled(TimeSpan.FromSeconds(61)));
        await using var host = Host(wire);

        var fault = await Assert.ThrowsAsync<SttException>(() => host.First.TranscribeAsync(Sample.Request(), CancellationToken.None));

        Assert.Equal(TimeSpan.FromSeconds(61), fault.RetryAfter);
        Assert.True(fault.Retryable);
        Assert.Equal(1, wire.Count);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_wait_given_as_a_date_counts_from_now()
    {
        var reply = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        reply.Headers.RetryAfter = new RetryConditionHeaderValue(clock.GetUtcNow().AddMinutes(5));
        await using var host = Host(new ScriptedWire(reply));

        var fault = await Assert.ThrowsAsync<SttException>(() => host.First.TranscribeAsync(Sample.Request(), CancellationToken.None));

        Assert.Equal(TimeSpan.FromMinutes(5), fault.RetryAfter);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_service_that_keeps_failing_is_left_alone_for_half_a_minute()
    {
        var wire = new ScriptedWire([.. Enumerable.Range(0, 8).Select(_ => new HttpResponseMessage(HttpStatusCode.BadGateway))]);
        await using var host = Host(wire, retries: 0);
        for (var attempt = 0; attempt < 8; attempt++)
        {
            await Assert.ThrowsAsync<SttException>(() => host.First.TranscribeAsync(Sample.Request(), CancellationToken.None));
        }

        var fault = await Assert.ThrowsAsync<SttException>(() => host.First.TranscribeAsync(Sample.Request(), CancellationToken.None));

        Assert.Equal(8, wire.Count);
        Assert.True(fault.Retryable);
        Assert.Equal(TimeSpan.FromSeconds(30), fault.RetryAfter);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_service_that_never_answers_is_given_up_after_75_seconds()
    {
        await using var server = await SpeechServer.StartAsync();
        server.Then(Reply.Hang());
        await using var host = new SpeechHost([.. SpeechHost.Settings(TranscriptionMode.Azure, server), ("Http:Retries", "0")], clock);

        var answer = host.First.TranscribeAsync(Sample.Request(), CancellationToken.None);
        await server.ArrivalAsync();
        clock.Advance(TimeSpan.FromSeconds(75));

        Assert.Equal(SttErrorKind.Transient, (await Assert.ThrowsAsync<SttException>(() => answer)).Kind);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_caller_who_cancels_gets_the_cancellation_and_no_fault()
    {
        await using var server = await SpeechServer.StartAsync();
        server.Then(Reply.Hang());
        await using var host = new SpeechHost(SpeechHost.Settings(TranscriptionMode.Azure, server), clock);
        using var cancel = new CancellationTokenSource();

        var answer = host.First.TranscribeAsync(Sample.Request(), cancel.Token);
        await server.ArrivalAsync();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
    }

    private SpeechHost Host(ScriptedWire wire, int retries = 3) => new(
        [("Mode", "Azure"), ("Azure:Endpoint", "http://127.0.0.1:9"), ("Azure:Key", "k"), ("Http:Retries", $"{retries}")],
        clock,
        services => services.AddHttpClient(AzureFastTranscription.ProviderName).ConfigurePrimaryHttpMessageHandler(() => wire));

    private static HttpResponseMessage Throttled(TimeSpan wait)
    {
        var reply = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        reply.Headers.RetryAfter = new RetryConditionHeaderValue(wait);

        return reply;
    }
}
