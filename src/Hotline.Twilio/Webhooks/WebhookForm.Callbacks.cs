using System.Text.Json;

namespace Hotline.Twilio.Webhooks;

/// <content>Callbacks about recordings, conferences, transcriptions and messages: contract §1.3, §1.6, §1.9, §1.11.</content>
public sealed partial class WebhookForm
{
    public string? RecordingSid => Filled("RecordingSid");

    public RecordingStatus? RecordingStatus => Word<RecordingStatus>("RecordingStatus");

    /// <summary>Before trimming in a Record action; only when completed in a callback.</summary>
    public TimeSpan? RecordingDuration => Seconds("RecordingDuration");

    public RecordingSource? RecordingSource => Word<RecordingSource>("RecordingSource");

    public DateTimeOffset? RecordingStartTime => TwilioTime.Parse(this["RecordingStartTime"]);

    public string? ConferenceSid => Filled("ConferenceSid");

    /// <summary>The conference's name. Names are reused: key on <see cref="ConferenceSid"/>.</summary>
    public string? FriendlyName => this["FriendlyName"];

    public ConferenceEvent? ConferenceEvent => ConferenceSid is null ? null : Word<ConferenceEvent>("StatusCallbackEvent");

    public bool? Muted => Flag("Muted");

    public bool? Hold => Flag("Hold");

    public bool? Coaching => Flag("Coaching");

    public bool? StartConferenceOnEnter => Flag("StartConferenceOnEnter");

    public bool? EndConferenceOnExit => Flag("EndConferenceOnExit");

    public string? ParticipantLabel => Filled("ParticipantLabel");

    public CallStatus? ParticipantCallStatus => Word<CallStatus>("ParticipantCallStatus");

    public ReasonParticipantLeft? ReasonParticipantLeft => Word<ReasonParticipantLeft>("ReasonParticipantLeft");

    public ReasonConferenceEnded? ReasonConferenceEnded => Word<ReasonConferenceEnded>("ReasonConferenceEnded");

    public string? CallSidEndingConference => Filled("CallSidEndingConference");

    public string? TranscriptionSid => Filled("TranscriptionSid");

    public TranscriptionEvent? TranscriptionEvent => Word<TranscriptionEvent>("TranscriptionEvent");

    public int? SequenceId => Integer("SequenceId");

    public string? Track => Filled("Track");

    /// <summary>False: a partial result that later ones replace.</summary>
    public bool? Final => Flag("Final");

    /// <summary>The words of a live transcription; null when there are none or they cannot be read.</summary>
    public string? Transcript
    {
        get
        {
            if (this["TranscriptionData"] is not { Length: > 0 } json) return null;
            try
            {
                using var data = JsonDocument.Parse(json);
                return data.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("transcript", out var transcript) && transcript.ValueKind == JsonValueKind.String
                    ? transcript.GetString()
                    : null;
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    public string? MessageSid => Filled("MessageSid");

    public MessageStatus? MessageStatus => Word<MessageStatus>("MessageStatus");

    /// <summary>
    /// What makes a callback the same as one that came before, where no idempotency token did (contract §3); null when it is
    /// not a callback but a question that wants TwiML.
    /// </summary>
    public string? EventKey => this switch
    {
        { MessageSid: { } sid, MessageStatus: not null } => $"message/{sid}/{this["MessageStatus"]}",
        { TranscriptionSid: { } sid, SequenceId: { } number } => $"transcription/{sid}/{number}",
        { RecordingSid: { } sid, RecordingStatus: not null } => $"recording/{sid}/{this["RecordingStatus"]}",
        { ConferenceSid: { } sid, SequenceNumber: { } number } => $"conference/{sid}/{number}",
        { CallSid: { } sid, SequenceNumber: { } number } => $"call/{sid}/{number}",
        _ => null,
    };
}
