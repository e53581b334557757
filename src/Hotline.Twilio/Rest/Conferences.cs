using Hotline.Twilio.Twiml;
using Hotline.Twilio.Webhooks;

namespace Hotline.Twilio.Rest;

public enum ConferenceStatus { Unknown, Init, InProgress, Completed }

public sealed record ConferenceFilter
{
    public string? FriendlyName { get; init; }

    public ConferenceStatus? Status { get; init; }

    public int? PageSize { get; init; }
}

public sealed record TwilioConference
{
    public required string Sid { get; init; }

    public string? FriendlyName { get; init; }

    public ConferenceStatus Status { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public ReasonConferenceEnded? ReasonConferenceEnded { get; init; }

    public string? CallSidEndingConference { get; init; }
}

/// <summary>Conferences of the account: contract §5.</summary>
public sealed class TwilioConferences
{
    private readonly TwilioTransport transport;

    internal TwilioConferences(TwilioTransport transport) => this.transport = transport;

    public Task<TwilioConference?> FindAsync(string conferenceSid, CancellationToken cancellation = default) =>
        transport.FindAsync<TwilioConference>(new(HttpMethod.Get, PathOf(conferenceSid), "fetch a conference"), cancellation);

    public IAsyncEnumerable<TwilioConference> ListAsync(ConferenceFilter? filter = null, CancellationToken cancellation = default) =>
        transport.ListAsync<TwilioConference>("Conferences.json", "conferences", filter, "list conferences", cancellation);

    /// <summary>Null when it is over already.</summary>
    public Task<TwilioConference?> EndAsync(string conferenceSid, CancellationToken cancellation = default) =>
        transport.FindAsync<TwilioConference>(new(HttpMethod.Post, PathOf(conferenceSid), "end a conference") { Form = new { Status = ConferenceStatus.Completed } }, cancellation);

    /// <summary>Plays that document to everybody; not repeated, or they would hear it twice.</summary>
    public Task<TwilioConference?> AnnounceAsync(string conferenceSid, string url, CallbackMethod? method = null, CancellationToken cancellation = default) =>
        transport.FindAsync<TwilioConference>(
            new(HttpMethod.Post, PathOf(conferenceSid), "announce to a conference") { Form = new { AnnounceUrl = url, AnnounceMethod = method }, Repeatable = false },
            cancellation);

    private static string PathOf(string conferenceSid) => $"Conferences/{Uri.EscapeDataString(conferenceSid)}.json";
}
