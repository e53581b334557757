using System.Runtime.Serialization;

namespace Hotline.Twilio.Webhooks;

/// <summary>Completed, Busy, Failed, NoAnswer and Canceled are final: never go back from them.</summary>
public enum CallStatus { Unknown, Queued, Initiated, Ringing, InProgress, Completed, Busy, Failed, NoAnswer, Canceled }

public enum CallDirection { Unknown, Inbound, OutboundApi, OutboundDial }

/// <summary><see cref="Answered"/> is said of conferences.</summary>
public enum DialCallStatus { Unknown, Completed, Answered, Busy, NoAnswer, Failed, Canceled }

/// <summary><see cref="Error"/>: bad TwiML in Enqueue or in the waitUrl document.</summary>
public enum QueueResult { Unknown, Bridged, BridgingInProcess, Error, Hangup, Leave, Redirected, RedirectedFromBridged, QueueFull, SystemError }

/// <summary><see cref="MachineStart"/> comes from Enable, the MachineEnd words from DetectMessageEnd.</summary>
public enum AnsweredBy
{
    Unknown,
    Human,
    Fax,
    [EnumMember(Value = "machine_start")] MachineStart,
    [EnumMember(Value = "machine_end_beep")] MachineEndBeep,
    [EnumMember(Value = "machine_end_silence")] MachineEndSilence,
    [EnumMember(Value = "machine_end_other")] MachineEndOther,
}

public enum RecordingStatus { Unknown, InProgress, Paused, Stopped, Processing, Completed, Absent, Failed, Deleted }

public enum RecordingSource
{
    Unknown,
    [EnumMember(Value = "RecordVerb")] RecordVerb,
    [EnumMember(Value = "DialVerb")] DialVerb,
    [EnumMember(Value = "Conference")] Conference,
    [EnumMember(Value = "OutboundAPI")] OutboundApi,
    [EnumMember(Value = "Trunking")] Trunking,
    [EnumMember(Value = "StartCallRecordingAPI")] StartCallRecordingApi,
    [EnumMember(Value = "StartConferenceRecordingAPI")] StartConferenceRecordingApi,
}

public enum ConferenceEvent
{
    Unknown,
    ConferenceStart,
    ConferenceEnd,
    ParticipantJoin,
    ParticipantLeave,
    ParticipantMute,
    ParticipantUnmute,
    ParticipantHold,
    ParticipantUnhold,
    ParticipantModify,
    ParticipantSpeechStart,
    ParticipantSpeechStop,
    AnnouncementEnd,
    AnnouncementFail,
}

public enum ReasonParticipantLeft
{
    Unknown,
    [EnumMember(Value = "conference_ended_via_api")] ConferenceEndedViaApi,
    [EnumMember(Value = "moderator_ended_conference")] ModeratorEndedConference,
    [EnumMember(Value = "participant_updated_via_api")] ParticipantUpdatedViaApi,
    [EnumMember(Value = "participant_hung_up")] ParticipantHungUp,
    [EnumMember(Value = "participant_add_failed")] ParticipantAddFailed,
}

public enum ReasonConferenceEnded
{
    Unknown,
    ConferenceEndedViaApi,
    LastParticipantKicked,
    LastParticipantLeft,
    ParticipantWithEndConferenceOnExitKicked,
    ParticipantWithEndConferenceOnExitLeft,
}

public enum TranscriptionEvent { Unknown, TranscriptionStarted, TranscriptionContent, TranscriptionStopped, TranscriptionError }

/// <summary>Callbacks have no order: rank these, and never go back from Delivered, Undelivered, Failed, Read, Canceled.</summary>
public enum MessageStatus
{
    Unknown,
    Accepted,
    Scheduled,
    Queued,
    Sending,
    Sent,
    Receiving,
    Received,
    Delivered,
    Undelivered,
    Failed,
    Read,
    [EnumMember(Value = "partially_delivered")] PartiallyDelivered,
    Canceled,
}

/// <summary>Questions that several places ask of a status.</summary>
public static class CallStatuses
{
    public static bool IsFinal(this CallStatus status) =>
        status is CallStatus.Completed or CallStatus.Busy or CallStatus.Failed or CallStatus.NoAnswer or CallStatus.Canceled;

    public static bool IsMachine(this AnsweredBy answeredBy) => answeredBy is not (AnsweredBy.Human or AnsweredBy.Unknown);
}
