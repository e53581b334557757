using System.Runtime.Serialization;

namespace Hotline.Twilio.Twiml;

public enum CallbackMethod
{
    [EnumMember(Value = "GET")] Get,
    [EnumMember(Value = "POST")] Post,
}

public enum GatherInput { Dtmf, Speech }

public enum Trim { TrimSilence, DoNotTrim }

public enum RecordingEvent { InProgress, Completed, Absent }

/// <summary>Progress of a dialled leg that its <c>statusCallback</c> reports.</summary>
public enum CallEvent { Initiated, Ringing, Answered, Completed }

public enum ConferenceEventKind { Start, End, Join, Leave, Mute, Hold, Modify, Speaker, Announcement }

public enum DialRecord { DoNotRecord, RecordFromAnswer, RecordFromRinging, RecordFromAnswerDual, RecordFromRingingDual }

public enum ConferenceRecord { DoNotRecord, RecordFromStart }

public enum RecordingTrack { Both, Inbound, Outbound }

public enum ConferenceBeep
{
    True,
    False,
    [EnumMember(Value = "onEnter")] OnEnter,
    [EnumMember(Value = "onExit")] OnExit,
}

public enum JitterBufferSize { Large, Medium, Small, Off }

public enum MachineDetection
{
    [EnumMember(Value = "Enable")] Enable,
    [EnumMember(Value = "DetectMessageEnd")] DetectMessageEnd,
}

public enum RejectReason { Rejected, Busy }

public enum TapTrack
{
    [EnumMember(Value = "inbound_track")] Inbound,
    [EnumMember(Value = "outbound_track")] Outbound,
    [EnumMember(Value = "both_tracks")] Both,
}

public enum BreakStrength { None, XWeak, Weak, Medium, Strong, XStrong }

public enum EmphasisLevel { Strong, Moderate, Reduced }

public enum SayAsKind { Characters, SpellOut, Cardinal, Number, Ordinal, Digits, Fraction, Unit, Date, Time, Address, Expletive, Telephone }

public enum PhonemeAlphabet { Ipa, XSampa, XAmazonJyutping, XAmazonPinyin, XAmazonPronKana, XAmazonYomigana }
