using System.Net;

namespace Hotline.Speech;

public enum SttErrorKind
{
    /// <summary>Wrong path, locale, model, tier or definition: an operator must act.</summary>
    BadRequest,

    /// <summary>Key wrong, wrong region or missing role: an operator must act.</summary>
    Auth,
    UnsupportedAudio,
    TooLarge,

    /// <summary>Too many requests; can happen below the quota while the service scales.</summary>
    Throttled,

    /// <summary>Time-out, lost connection, 5xx.</summary>
    Transient,

    /// <summary>An answer that does not follow the service's contract.</summary>
    Protocol,

    /// <summary>The address is not private and the cloud is not allowed: nothing was sent.</summary>
    CloudRefused,
}

/// <summary>A provider gave no transcript. The message holds the provider, status and code, never text, key or address.</summary>
public sealed class SttException(SttErrorKind kind, string message, Exception? inner = null) : Exception(message, inner)
{
    public SttErrorKind Kind { get; } = kind;

    public HttpStatusCode? Status { get; init; }

    /// <summary>The service's own error code, reduced to letters, digits, dot, dash and underscore.</summary>
    public string? Code { get; init; }

    /// <summary>How long the service asked to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public bool Retryable => Kind is SttErrorKind.Throttled or SttErrorKind.Transient;
}
