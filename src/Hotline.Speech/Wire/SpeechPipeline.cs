using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Hotline.Speech;

/// <summary>
/// How one call to a provider is repeated: total time, retries, circuit breaker, attempt time, from outside to inside. The
/// whole body is sent again each time; both services only read it, so a repetition does no harm.
/// </summary>
internal static class SpeechPipeline
{
    /// <summary>How long a provider is left alone after failing in half of at least eight attempts within three minutes.</summary>
    public static readonly TimeSpan Break = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(30);

    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, ResilienceHandlerContext context)
    {
        var clock = context.ServiceProvider.GetRequiredService<TimeProvider>();
        var times = context.ServiceProvider.GetRequiredService<IOptions<TranscriptionOptions>>().Value.Http;

        pipeline.TimeProvider = clock;
        pipeline.AddTimeout(times.Total);

        if (times.Retries > 0)
        {
            pipeline.AddRetry(Retries(times, clock));
        }

        pipeline.AddCircuitBreaker(Breaker());
        pipeline.AddTimeout(times.Attempt);
    }

    private static RetryStrategyOptions<HttpResponseMessage> Retries(TranscriptionOptions.HttpTimes times, TimeProvider clock) => new()
    {
        MaxRetryAttempts = times.Retries,
        Delay = times.RetryDelay,
        MaxDelay = LongestBackoff,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = attempt => ValueTask.FromResult(
            IsTransient(attempt.Outcome) && !(RetryAfter.Of(attempt.Outcome.Result, clock) > RetryAfter.LongestInProcess)),
        DelayGenerator = attempt => ValueTask.FromResult(RetryAfter.Of(attempt.Outcome.Result, clock)),
    };

    private static CircuitBreakerStrategyOptions<HttpResponseMessage> Breaker() => new()
    {
        FailureRatio = 0.5,
        MinimumThroughput = 8,
        SamplingDuration = TimeSpan.FromMinutes(3),
        BreakDuration = Break,
        ShouldHandle = attempt => ValueTask.FromResult(IsTransient(attempt.Outcome)),
    };

    private static bool IsTransient(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException { InnerException: not SttException } or TimeoutRejectedException } => true,
        { Result.StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError } => true,
        _ => false,
    };
}
