using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Hotline.Speech;

/// <summary>
/// One question to one provider: sends, reads the answer up to a cap, and turns every way it can go wrong into an
/// <see cref="SttException"/>. Logs provider, status, code, request id, byte count and time; never text, key or address.
/// </summary>
internal sealed class SpeechExchange(IHttpClientFactory clients, IOptions<TranscriptionOptions> options, TimeProvider clock, ILogger<SpeechExchange> log)
{
    private const int LongestAnswer = 1024 * 1024;

    /// <summary>An unreadable answer may be a connection cut short, so the question is put once more, and only once.</summary>
    public async Task<T> AskAsync<T>(string provider, Func<HttpRequestMessage> question, Func<ReadOnlyMemory<byte>, T> read, CancellationToken cancellationToken)
    {
        try
        {
            return await AskOnceAsync(provider, question, read, cancellationToken);
        }
        catch (SttException fault) when (fault.Kind == SttErrorKind.Protocol && fault.Status == HttpStatusCode.OK)
        {
            return await AskOnceAsync(provider, question, read, cancellationToken);
        }
    }

    private async Task<T> AskOnceAsync<T>(string provider, Func<HttpRequestMessage> question, Func<ReadOnlyMemory<byte>, T> read, CancellationToken cancellationToken)
    {
        // The pipeline's own limits end with the headers; this one also covers a body that never comes.
        using var limit = new CancellationTokenSource(options.Value.Http.Total, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var started = clock.GetTimestamp();

        try
        {
            return await SendAsync(provider, question, read, either.Token);
        }
        catch (SttException fault)
        {
            log.LogWarning("{Provider} gave no transcript: {Kind}, status {Status}, code {Code}, after {Elapsed} ms",
                provider, fault.Kind, (int?)fault.Status, fault.Code, (int)clock.GetElapsedTime(started).TotalMilliseconds);
            throw;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested && IsUnreachable(fault))
        {
            log.LogWarning("{Provider} could not be reached: {Fault}, after {Elapsed} ms",
                provider, fault.GetType().Name, (int)clock.GetElapsedTime(started).TotalMilliseconds);
            throw Unreachable(provider, fault);
        }
    }

    private async Task<T> SendAsync<T>(string provider, Func<HttpRequestMessage> question, Func<ReadOnlyMemory<byte>, T> read, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        using var request = question();
        using var response = await clients.CreateClient(provider).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        using var body = await CappedBody.ReadAsync(response.Content, LongestAnswer, cancellationToken);

        if (!response.IsSuccessStatusCode)
        {
            throw SpeechRefusal.Of(provider, response, body.Bytes, clock);
        }

        if (body.Overflowed)
        {
            throw Unreadable(provider, response);
        }

        log.LogInformation("{Provider} answered {Status} to {Sent} bytes with {Received} bytes after {Elapsed} ms, request {RequestId}",
            provider, (int)response.StatusCode, request.Content?.Headers.ContentLength, body.Bytes.Length, (int)clock.GetElapsedTime(started).TotalMilliseconds, SpeechRefusal.RequestId(response));

        try
        {
            return read(body.Bytes);
        }
        catch (Exception fault) when (fault is JsonException or FormatException)
        {
            // The parser's message may quote the text, so it is not kept as the inner exception.
            throw Unreadable(provider, response);
        }
    }

    private static SttException Unreadable(string provider, HttpResponseMessage response) =>
        new(SttErrorKind.Protocol, $"{provider} answered {(int)response.StatusCode} with a body that does not follow its contract.") { Status = response.StatusCode };

    private static bool IsUnreachable(Exception fault) =>
        fault is BrokenCircuitException or TimeoutRejectedException or OperationCanceledException or HttpRequestException or IOException;

    private static SttException Unreachable(string provider, Exception fault) => fault switch
    {
        HttpRequestException { InnerException: SttException refused } => refused,
        BrokenCircuitException => new SttException(SttErrorKind.Transient, $"{provider} failed so often that it is left alone for a while.", fault) { RetryAfter = SpeechPipeline.Break },
        HttpRequestException or IOException => new SttException(SttErrorKind.Transient, $"{provider} could not be reached.", fault),
        _ => new SttException(SttErrorKind.Transient, $"{provider} did not answer in time.", fault),
    };
}
