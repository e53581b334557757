namespace Hotline.CaseBackend;

/// <summary>Section <c>CaseBackend</c>; checked as a whole by <see cref="CaseBackendOptionsRules"/> when the service starts.</summary>
public sealed class CaseBackendOptions
{
    public const string Section = "CaseBackend";

    /// <summary>Such as <c>https://cases.example.go.kr</c>; plain http only for loopback and for <see cref="PrivateHosts"/>.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>Sent as the bearer token.</summary>
    public string? ApiKey { get; set; }

    /// <summary>How long a case waits for its transcript before it is opened without one; 0 to 30 minutes.</summary>
    public TimeSpan TranscriptWait { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>Host names or addresses inside our own network, where plain http is accepted.</summary>
    public IReadOnlyList<string> PrivateHosts { get; set; } = [];

    /// <summary>Loopback or listed private: personal data does not leave our own network.</summary>
    public bool IsPrivate => BaseUrl is { IsAbsoluteUri: true } url
        && (url.IsLoopback || PrivateHosts.Contains(url.Host, StringComparer.OrdinalIgnoreCase));
}
