using Hotline.Twilio.Webhooks;

namespace Hotline.Twilio.Rest;

/// <summary>
/// A text message, from a number or a messaging service. To Korea: one way, EUC-KR characters only, and not to landlines
/// (error 21614; contract §7).
/// </summary>
public sealed record NewMessage(string To, string Body)
{
    public string? From { get; init; }

    public string? MessagingServiceSid { get; init; }

    public string? StatusCallback { get; init; }

    /// <summary>Seconds after which an undelivered message is given up.</summary>
    public int? ValidityPeriod { get; init; }

    public override string ToString() => nameof(NewMessage);
}

public sealed record TwilioMessage
{
    public required string Sid { get; init; }

    public MessageStatus Status { get; init; }

    public int? ErrorCode { get; init; }

    /// <summary>Billed parts.</summary>
    public int? NumSegments { get; init; }

    public DateTimeOffset? DateSent { get; init; }
}

/// <summary>Text messages of the account: contract §5.</summary>
public sealed class TwilioMessages
{
    private readonly TwilioTransport transport;

    internal TwilioMessages(TwilioTransport transport) => this.transport = transport;

    /// <summary>Never repeated when the outcome is unknown: a second message would tell a stranger twice.</summary>
    public Task<TwilioMessage> CreateAsync(NewMessage message, CancellationToken cancellation = default) =>
        transport.SendAsync<TwilioMessage>(new(HttpMethod.Post, "Messages.json", "send a message") { Form = message, Repeatable = false }, cancellation);

    public Task<TwilioMessage?> FindAsync(string messageSid, CancellationToken cancellation = default) =>
        transport.FindAsync<TwilioMessage>(new(HttpMethod.Get, $"Messages/{Uri.EscapeDataString(messageSid)}.json", "fetch a message"), cancellation);
}
