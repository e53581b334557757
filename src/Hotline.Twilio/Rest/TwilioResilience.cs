using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Hotline.Twilio.Rest;

/// <summary>
/// What is asked again, and when. 429 was never processed: always. No connection: always, nothing was sent. 5xx, timeouts and
/// broken connections: only requests that may be repeated, because Twilio knows no idempotency key for calls and messages
/// (contract §5). Waits grow exponentially with jitter; Retry-After wins, unless it is too long to sit out.
/// </summary>
internal static class TwilioResilience
{
    public static readonly HttpRequestOptionsKey<bool> Repeatable = new("Hotline.Twilio.Repeatable");

    public const int Retries = 3;

    public static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(500);

    public static readonly TimeSpan LongestRetryAfter = TimeSpan.FromSeconds(10);

    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);

    public static readonly TimeSpan TotalTimeout = TimeSpan.FromSeconds(45);

    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, TimeProvider clock)
    {
        pipeline.TimeProvider = clock;
        pipeline
            .AddTimeout(TotalTimeout)
            .AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = Retries,
                Delay = FirstDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldRetryAfterHeader = false,
                ShouldHandle = arguments => ValueTask.FromResult(ShouldRetry(arguments)),
                DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result is { } response ? RetryAfter(response) : null),
            })
            .AddTimeout(AttemptTimeout);
    }

    /// <summary>Seconds only: Twilio does not send the date form. Null when there is none.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter?.Delta;

    /// <summary>No connection came about, so Twilio cannot have acted.</summary>
    public static bool NeverSent(Exception fault) => fault is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    private static bool ShouldRetry(RetryPredicateArguments<HttpResponseMessage> arguments)
    {
        if (arguments.Outcome.Exception is { } fault)
            return NeverSent(fault) || (fault is HttpRequestException or TimeoutRejectedException && IsRepeatable(arguments.Context));
        var response = arguments.Outcome.Result!;
        if (RetryAfter(response) > LongestRetryAfter) return false;
        return response.StatusCode == HttpStatusCode.TooManyRequests
            || (response.StatusCode >= HttpStatusCode.InternalServerError && IsRepeatable(arguments.Context));
    }

    private static bool IsRepeatable(ResilienceContext context) =>
        context.GetRequestMessage() is { } request && request.Options.TryGetValue(Repeatable, out var repeatable) && repeatable;
}
