using Hotline.Twilio.Twiml;

namespace Hotline.Twilio.Rest;

/// <summary>A call into a conference. Every property is Twilio's field of that name.</summary>
public sealed record NewParticipant(string From, string To)
{
    /// <summary>Unique in the conference.</summary>
    public string? Label { get; init; }

    /// <summary>Seconds of ringing, 5 to 600; null: 60.</summary>
    public int? Timeout { get; init; }

    public int? TimeLimit { get; init; }

    public string? StatusCallback { get; init; }

    public CallbackMethod? StatusCallbackMethod { get; init; }

    public ValueList<CallEvent> StatusCallbackEvent { get; init; }

    public bool? Muted { get; init; }

    public ConferenceBeep? Beep { get; init; }

    public bool? StartConferenceOnEnter { get; init; }

    public bool? EndConferenceOnExit { get; init; }

    public string? WaitUrl { get; init; }

    public CallbackMethod? WaitMethod { get; init; }

    /// <summary>Whether the others hear the ringing; null: yes.</summary>
    public bool? EarlyMedia { get; init; }

    public int? MaxParticipants { get; init; }

    public bool? Coaching { get; init; }

    public string? CallSidToCoach { get; init; }

    public string? ConferenceStatusCallback { get; init; }

    public CallbackMethod? ConferenceStatusCallbackMethod { get; init; }

    public ValueList<ConferenceEventKind> ConferenceStatusCallbackEvent { get; init; }

    public string? CallerId { get; init; }

    public string? CallReason { get; init; }

    public string? Byoc { get; init; }

    public MachineDetection? MachineDetection { get; init; }

    public int? MachineDetectionTimeout { get; init; }

    public string? AmdStatusCallback { get; init; }

    public CallbackMethod? AmdStatusCallbackMethod { get; init; }

    public override string ToString() => nameof(NewParticipant);
}

/// <summary>A change to somebody who is in the conference.</summary>
public sealed record ParticipantChange
{
    public bool? Muted { get; init; }

    public bool? Hold { get; init; }

    public string? HoldUrl { get; init; }

    public CallbackMethod? HoldMethod { get; init; }

    public string? AnnounceUrl { get; init; }

    public CallbackMethod? AnnounceMethod { get; init; }

    public bool? BeepOnExit { get; init; }

    public bool? EndConferenceOnExit { get; init; }

    public bool? Coaching { get; init; }

    public string? CallSidToCoach { get; init; }
}

public enum ParticipantStatus { Unknown, Queued, Connecting, Ringing, Connected, Complete, Failed }

public sealed record Participant
{
    public required string CallSid { get; init; }

    public string? ConferenceSid { get; init; }

    public string? Label { get; init; }

    public ParticipantStatus Status { get; init; }

    public bool Muted { get; init; }

    public bool Hold { get; init; }

    public bool Coaching { get; init; }

    public string? CallSidToCoach { get; init; }

    public bool StartConferenceOnEnter { get; init; }

    public bool EndConferenceOnExit { get; init; }
}

/// <summary>Who is in a conference. A finished conference has no participants. A label may stand in place of a CallSid.</summary>
public sealed class TwilioParticipants
{
    private readonly TwilioTransport transport;

    internal TwilioParticipants(TwilioTransport transport) => this.transport = transport;

    /// <summary>Calls somebody into a conference, found by SID or by name; never repeated when the outcome is unknown.</summary>
    public Task<Participant> CreateAsync(string conference, NewParticipant participant, CancellationToken cancellation = default) =>
        transport.SendAsync<Participant>(new(HttpMethod.Post, ListPathOf(conference), "call a participant") { Form = participant, Repeatable = false }, cancellation);

    public Task<Participant?> FindAsync(string conferenceSid, string callSidOrLabel, CancellationToken cancellation = default) =>
        transport.FindAsync<Participant>(new(HttpMethod.Get, PathOf(conferenceSid, callSidOrLabel), "fetch a participant"), cancellation);

    public IAsyncEnumerable<Participant> ListAsync(string conferenceSid, int? pageSize = null, CancellationToken cancellation = default) =>
        transport.ListAsync<Participant>(ListPathOf(conferenceSid), "participants", new { PageSize = pageSize }, "list participants", cancellation);

    /// <summary>Null when the participant has left. An announcement is not repeated.</summary>
    public Task<Participant?> UpdateAsync(string conferenceSid, string callSidOrLabel, ParticipantChange change, CancellationToken cancellation = default) =>
        transport.FindAsync<Participant>(
            new(HttpMethod.Post, PathOf(conferenceSid, callSidOrLabel), "change a participant") { Form = change, Repeatable = change.AnnounceUrl is null },
            cancellation);

    /// <summary>Takes the participant out; one who has left already counts.</summary>
    public Task RemoveAsync(string conferenceSid, string callSidOrLabel, CancellationToken cancellation = default) =>
        transport.DeleteAsync(PathOf(conferenceSid, callSidOrLabel), "remove a participant", cancellation);

    private static string ListPathOf(string conference) => $"Conferences/{Uri.EscapeDataString(conference)}/Participants.json";

    private static string PathOf(string conference, string participant) => $"Conferences/{Uri.EscapeDataString(conference)}/Participants/{Uri.EscapeDataString(participant)}.json";
}
