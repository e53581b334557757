namespace Hotline.CaseBackend;

/// <summary>Our words and the contract's, side by side. A word that is missing here does not compile.</summary>
internal static class WireWords
{
    public static string Of(CaseOrigin origin) => origin switch
    {
        CaseOrigin.CallbackRequest => "callback-request",
        CaseOrigin.CounselorCall => "counselor-call",
    };

    public static string Of(ServiceKind service) => service switch
    {
        ServiceKind.NotStated => "not-stated",
        ServiceKind.Counseling => "counseling",
        ServiceKind.DeletionSupport => "deletion-support",
        ServiceKind.InvestigationSupport => "investigation-support",
        ServiceKind.LegalSupport => "legal-support",
        ServiceKind.MedicalSupport => "medical-support",
        ServiceKind.Monitoring => "monitoring",
    };

    public static string Of(CasePriority priority) => priority switch
    {
        CasePriority.Routine => "routine",
        CasePriority.High => "high",
        CasePriority.Urgent => "urgent",
    };

    public static string Of(PrioritySignal signal) => signal switch
    {
        PrioritySignal.SelfHarm => "self-harm",
        PrioritySignal.PhysicalDanger => "physical-danger",
        PrioritySignal.OngoingDistribution => "ongoing-distribution",
        PrioritySignal.Blackmail => "blackmail",
        PrioritySignal.Minor => "minor",
        PrioritySignal.CallerMarkedUrgent => "caller-marked-urgent",
        PrioritySignal.RepeatCaller => "repeat-caller",
    };

    public static string Of(IfUnanswered ifUnanswered) => ifUnanswered switch
    {
        IfUnanswered.LeaveNothing => "leave-nothing",
        IfUnanswered.VoiceWithoutName => "voice-without-name",
        IfUnanswered.TextWithoutName => "text-without-name",
    };

    public static string Of(StatementState state) => state switch
    {
        StatementState.None => "none",
        StatementState.Pending => "pending",
        StatementState.Transcribed => "transcribed",
        StatementState.NoSpeech => "no-speech",
        StatementState.Failed => "failed",
    };

    public static string Of(EntryKind kind) => kind switch
    {
        EntryKind.Statement => "statement",
        EntryKind.ContactAttempt => "contact-attempt",
        EntryKind.CounselorNote => "counselor-note",
        EntryKind.PriorityRaised => "priority-raised",
        EntryKind.Withdrawn => "withdrawn",
    };

    public static string Of(ContactOutcome outcome) => outcome switch
    {
        ContactOutcome.Reached => "reached",
        ContactOutcome.NoAnswer => "no-answer",
        ContactOutcome.VoicemailNotLeft => "voicemail-not-left",
        ContactOutcome.WrongPerson => "wrong-person",
        ContactOutcome.Busy => "busy",
        ContactOutcome.Declined => "declined",
    };

    /// <summary>Null for a state that this version does not know.</summary>
    public static CaseState? StateFrom(string? word) => word switch
    {
        "received" => CaseState.Received,
        "assigned" => CaseState.Assigned,
        "in-progress" => CaseState.InProgress,
        "closed" => CaseState.Closed,
        _ => null,
    };
}
