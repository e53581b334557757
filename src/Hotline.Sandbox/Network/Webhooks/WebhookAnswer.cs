namespace Hotline.Sandbox.Network.Webhooks;

/// <summary>What came of a request to the hotline.</summary>
internal abstract record WebhookAnswer
{
    private WebhookAnswer() { }

    /// <param name="Url">Where it came from, after redirects: relative addresses in it start there.</param>
    public sealed record Answered(string Url, int Status, string? ContentType, string Body) : WebhookAnswer;

    /// <param name="ErrorCode">The carrier's, such as 11200.</param>
    public sealed record Failed(int ErrorCode, string Url) : WebhookAnswer;
}

/// <summary>One request that the hotline got, for tests to look at.</summary>
/// <param name="Url">As signed: the public address.</param>
/// <param name="Status">Null when no answer came.</param>
public sealed record SentWebhook(
    string Method, string Url, IReadOnlyList<(string Name, string Value)> Parameters, string IdempotencyToken, int? Status, DateTimeOffset At)
{
    public string? this[string name] => Parameters.Where(parameter => string.Equals(parameter.Name, name, StringComparison.Ordinal)).Select(parameter => parameter.Value).FirstOrDefault();
}
