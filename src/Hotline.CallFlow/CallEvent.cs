namespace Hotline.CallFlow;

/// <summary>Something that happened in a call and belongs into its log. Events carry no telephone number and no words of the caller, but for <see cref="CallbackAgreed"/>, which the shell stores sealed.</summary>
public abstract record CallEvent
{
    private CallEvent()
    {
    }

    public sealed record StepEntered(StepName Step) : CallEvent;

    public sealed record LanguageChosen(Language Language) : CallEvent;

    public sealed record ServiceChosen(Service Service) : CallEvent;

    /// <summary>Urgency goes up, never down: only a person lowers it.</summary>
    public sealed record UrgencyRaised(Urgency To, string Reason) : CallEvent;

    /// <summary>The caller cannot speak: the counselor sees a banner and asks questions that keys can answer.</summary>
    public sealed record CannotSpeak : CallEvent;

    /// <summary>Consent, with the prompt that was heard and the key that was pressed (DOMAIN L2).</summary>
    public sealed record ConsentGiven(ConsentKind Kind, string PromptKey, string Key) : CallEvent;

    public sealed record ConsentRefused(ConsentKind Kind, string PromptKey) : CallEvent;

    /// <summary>The callback exists from here on: committed before its reference is spoken.</summary>
    public sealed record CallbackAgreed(CallbackDraft Draft, string Reference) : CallEvent;

    public sealed record CallbackMoved(string Reference, SafeWindow Window) : CallEvent;

    public sealed record CallbackCancelled(string Reference) : CallEvent;

    /// <summary>A reference was looked up, and no open callback has it. Without the reference: it may be a slip of the finger away from a real one.</summary>
    public sealed record ReferenceNotFound : CallEvent;

    /// <summary>Recording is about to start: the carrier may know of a message even if we are never told.</summary>
    public sealed record RecordingOffered : CallEvent;

    public sealed record MessageLeft(string? RecordingSid, TimeSpan Length, bool Unfinished) : CallEvent;

    /// <summary>The caller took a message back. Null: the one that belongs to the reference, on a later call.</summary>
    public sealed record MessageTakenBack(string? RecordingSid, string Reference) : CallEvent;

    /// <param name="AfterCutOff">The caller was cut off a moment ago, and goes to the head of the line (DOMAIN T12).</param>
    public sealed record QueueEntered(bool AfterCutOff = false) : CallEvent;

    public sealed record QueueLeft(QueueExit Exit) : CallEvent;

    public sealed record TransferStarted(string AgencyKey) : CallEvent;

    public sealed record TransferFinished(string AgencyKey, bool Connected) : CallEvent;

    /// <summary>Key 8: not an abandonment, and nothing is kept of an unfinished request.</summary>
    public sealed record QuickExit : CallEvent;

    public sealed record CallerHungUp(StepName At) : CallEvent;
}

public enum ConsentKind
{
    /// <summary>We may keep the number to call back.</summary>
    Number,

    /// <summary>We may record and transcribe a message.</summary>
    Message,
}
