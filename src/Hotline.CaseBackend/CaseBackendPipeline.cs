using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Hotline.CaseBackend;

/// <summary>
/// Short repetition while somebody waits; anything longer belongs to the follow-up that called us. Every request may be
/// repeated, since the backend opens and appends once per key.
/// </summary>
internal static class CaseBackendPipeline
{
    /// <summary>A longer wish of the backend is passed on to the caller instead of being slept through.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);
    public const int Retries = 2;

    public static ResiliencePipeline<Answer> Build(TimeProvider time) =>
        new ResiliencePipelineBuilder<Answer> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<Answer>
            {
                MaxRetryAttempts = Retries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(500),
                UseJitter = true,
                MaxDelay = LongestWait,
                ShouldHandle = args => ValueTask.FromResult(IsWorthRepeating(args.Outcome)),
                DelayGenerator = args => ValueTask.FromResult(args.Outcome.Result?.RetryAfter),
            })
            .AddTimeout(AttemptTimeout)
            .Build();

    public static bool IsTransient(Exception failure) =>
        failure is HttpRequestException or IOException or TimeoutRejectedException or OperationCanceledException;

    private static bool IsWorthRepeating(Outcome<Answer> outcome) => outcome switch
    {
        { Exception: { } failure } => failure is not OperationCanceledException && IsTransient(failure),
        { Result: { } answer } => answer.IsTransient && !(answer.RetryAfter > LongestWait),
        _ => false,
    };
}
