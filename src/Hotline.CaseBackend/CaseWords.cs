namespace Hotline.CaseBackend;

/// <summary>How soon a person should act on a case.</summary>
public enum CasePriority { Routine, High, Urgent }

/// <summary>What the caller asked for; <see cref="NotStated"/> when they did not say and nobody may guess.</summary>
public enum ServiceKind
{
    NotStated,
    Counseling,
    DeletionSupport,
    InvestigationSupport,
    LegalSupport,
    MedicalSupport,
    Monitoring,
}

/// <summary>Why a case was given its priority.</summary>
public enum PrioritySignal
{
    SelfHarm,
    PhysicalDanger,
    OngoingDistribution,
    Blackmail,
    Minor,
    CallerMarkedUrgent,
    RepeatCaller,
}

/// <summary>Which door of the hotline the request came through.</summary>
public enum CaseOrigin { CallbackRequest, CounselorCall }

/// <summary>What may be left behind when nobody answers the callback.</summary>
public enum IfUnanswered { LeaveNothing, VoiceWithoutName, TextWithoutName }

/// <summary>How far the caller's own words have come.</summary>
public enum StatementState
{
    /// <summary>Nothing was recorded.</summary>
    None,
    /// <summary>Recorded; the text arrives later as an entry.</summary>
    Pending,
    /// <summary>The text is an automatic transcript until a person confirms it.</summary>
    Transcribed,
    /// <summary>Recorded, and nobody spoke.</summary>
    NoSpeech,
    /// <summary>Recorded, and no transcript could be made: a person has to listen.</summary>
    Failed,
}

/// <summary>What an entry tells.</summary>
public enum EntryKind { Statement, ContactAttempt, CounselorNote, PriorityRaised, Withdrawn }

/// <summary>How an attempt to reach the caller ended.</summary>
public enum ContactOutcome { Reached, NoAnswer, VoicemailNotLeft, WrongPerson, Busy, Declined }

/// <summary>Where the case stands at the case backend.</summary>
public enum CaseState { Received, Assigned, InProgress, Closed }
