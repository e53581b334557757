namespace Hotline.Twilio.Rest;

/// <summary>Why a REST call did not do what was asked. No case holds a number, a name or Twilio's own message, which may quote them.</summary>
public abstract record TwilioFailure
{
    private TwilioFailure() { }

    /// <summary>404: it never existed, was deleted, or belongs to another account.</summary>
    public sealed record NotFound : TwilioFailure;

    /// <summary>401: the credentials are wrong. An operator must act.</summary>
    public sealed record Unauthorized : TwilioFailure;

    /// <summary>429 after all retries, or a wait too long to sit out. Nothing was done.</summary>
    public sealed record Throttled(TimeSpan? RetryAfter) : TwilioFailure;

    /// <summary>Any other 4xx: repeating the same request is useless. <paramref name="Code"/> is Twilio's error, 0 when it gave none.</summary>
    public sealed record Refused(int Status, int Code) : TwilioFailure;

    /// <summary>Nothing was done, or what was asked may safely be asked again: no connection, or 5xx and timeouts of a repeatable request.</summary>
    public sealed record Unreachable(int? Status) : TwilioFailure;

    /// <summary>
    /// A request that must not be repeated blindly (a new call, a message) met a timeout, a broken connection, a 5xx or an
    /// answer that cannot be read: it may have been carried out. Look it up before trying again (contract §5).
    /// </summary>
    public sealed record OutcomeUnknown(int? Status) : TwilioFailure;
}

/// <summary>A REST call that failed; <see cref="Failure"/> says how, as a closed type for a switch.</summary>
public sealed class TwilioException : Exception
{
    public TwilioException() : this("reach Twilio", new TwilioFailure.Unreachable(null)) { }

    public TwilioException(string message) : base(message) => Failure = new TwilioFailure.Unreachable(null);

    public TwilioException(string message, Exception innerException) : base(message, innerException) => Failure = new TwilioFailure.Unreachable(null);

    /// <param name="action">What was tried, in a few words: <c>create a call</c>.</param>
    /// <param name="failure">How it failed.</param>
    /// <param name="innerException">The transport's own exception, if there was one.</param>
    public TwilioException(string action, TwilioFailure failure, Exception? innerException = null)
        : base($"Twilio did not {action}: {Reason(failure)}.", innerException) => Failure = failure;

    public TwilioFailure Failure { get; }

    private static string Reason(TwilioFailure failure) => failure switch
    {
        TwilioFailure.NotFound => "there is no such thing in this account",
        TwilioFailure.Unauthorized => "the credentials were not accepted (Twilio:ApiKeySid and ApiKeySecret, or AccountSid and AuthTokens)",
        TwilioFailure.Throttled(var wait) => wait is { } time ? $"too many requests, it asks to wait {time.TotalSeconds:0} s" : "too many requests",
        TwilioFailure.Refused(var status, 0) => $"refused with status {status}",
        TwilioFailure.Refused(var status, var code) => $"refused with status {status} and error {code} (https://www.twilio.com/docs/errors/{code})",
        TwilioFailure.Unreachable(null) => "no connection or no answer in time",
        TwilioFailure.Unreachable(var status) => $"answered with status {status}",
        TwilioFailure.OutcomeUnknown(null) => "no readable answer in time, so it may have happened all the same",
        TwilioFailure.OutcomeUnknown(var status) => $"answered with status {status}, so it may have happened all the same",
        _ => failure.GetType().Name,
    };
}
