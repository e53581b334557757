using System.Runtime.Serialization;
using Hotline.Twilio.Twiml;
using Hotline.Twilio.Webhooks;

namespace Hotline.Twilio.Rest;

public sealed record RecordingFilter
{
    public string? CallSid { get; init; }

    public string? ConferenceSid { get; init; }

    [DataMember(Name = "DateCreated>")]
    public DateTimeOffset? CreatedAfter { get; init; }

    /// <summary>Also the metadata of those deleted within 40 days.</summary>
    public bool? IncludeSoftDeleted { get; init; }

    public int? PageSize { get; init; }
}

public sealed record TwilioRecording
{
    public required string Sid { get; init; }

    public string? CallSid { get; init; }

    public string? ConferenceSid { get; init; }

    public RecordingStatus Status { get; init; }

    public RecordingSource Source { get; init; }

    public TimeSpan? Duration { get; init; }

    public int? Channels { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public DateTimeOffset? StartTime { get; init; }

    public int? ErrorCode { get; init; }
}

/// <summary>How a recording of a live call is made.</summary>
public sealed record NewRecording
{
    /// <summary><c>mono</c> or <c>dual</c>.</summary>
    public string? RecordingChannels { get; init; }

    public RecordingTrack? RecordingTrack { get; init; }

    public Trim? Trim { get; init; }

    public string? RecordingStatusCallback { get; init; }

    public CallbackMethod? RecordingStatusCallbackMethod { get; init; }

    public ValueList<RecordingEvent> RecordingStatusCallbackEvent { get; init; }
}

public enum RecordingChange { Paused, InProgress, Stopped }

/// <summary>What is heard in the recording while it is paused.</summary>
public enum PauseBehavior { Skip, Silence }

/// <summary>Recordings of the account: contract §5.</summary>
public sealed class TwilioRecordings
{
    private readonly TwilioTransport transport;

    internal TwilioRecordings(TwilioTransport transport) => this.transport = transport;

    /// <summary>Begins to record a live call.</summary>
    public Task<TwilioRecording> StartAsync(string callSid, NewRecording recording, CancellationToken cancellation = default) =>
        transport.SendAsync<TwilioRecording>(new(HttpMethod.Post, $"Calls/{Uri.EscapeDataString(callSid)}/Recordings.json", "record a call") { Form = recording, Repeatable = false }, cancellation);

    /// <summary>Null when there is nothing that could be changed any more.</summary>
    public Task<TwilioRecording?> UpdateAsync(string callSid, string recordingSid, RecordingChange status, PauseBehavior? pause = null, CancellationToken cancellation = default) =>
        transport.FindAsync<TwilioRecording>(
            new(HttpMethod.Post, $"Calls/{Uri.EscapeDataString(callSid)}/{PathOf(recordingSid)}", "change a recording") { Form = new { Status = status, PauseBehavior = pause } },
            cancellation);

    /// <summary>Null when there is no such recording.</summary>
    public Task<TwilioRecording?> FindAsync(string recordingSid, bool includeSoftDeleted = false, CancellationToken cancellation = default) =>
        transport.FindAsync<TwilioRecording>(
            new(HttpMethod.Get, PathOf(recordingSid), "fetch a recording") { Query = includeSoftDeleted ? new { IncludeSoftDeleted = true } : null },
            cancellation);

    public IAsyncEnumerable<TwilioRecording> ListAsync(RecordingFilter? filter = null, CancellationToken cancellation = default) =>
        transport.ListAsync<TwilioRecording>("Recordings.json", "recordings", filter, "list recordings", cancellation);

    /// <summary>What was left by this call, in case its callbacks were lost.</summary>
    public IAsyncEnumerable<TwilioRecording> ListByCallAsync(string callSid, CancellationToken cancellation = default) =>
        ListAsync(new RecordingFilter { CallSid = callSid }, cancellation);

    /// <summary>A recording that is gone already counts as deleted.</summary>
    public Task DeleteAsync(string recordingSid, CancellationToken cancellation = default) =>
        transport.DeleteAsync(PathOf(recordingSid), "delete a recording", cancellation);

    /// <summary>The audio, by SID and never by an address out of a webhook.</summary>
    public Task<RecordingAudio> DownloadAsync(string recordingSid, AudioFormat format = AudioFormat.Wav, int maxBytes = RecordingAudio.DefaultMaxBytes, CancellationToken cancellation = default) =>
        RecordingDownload.RunAsync(transport, recordingSid, format, maxBytes, cancellation);

    private static string PathOf(string recordingSid) => $"Recordings/{Uri.EscapeDataString(recordingSid)}.json";
}
