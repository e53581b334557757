namespace Hotline.CallFlow;

/// <summary>All that the flow remembers of a call between two turns. It may hold a telephone number, so the shell keeps it sealed.</summary>
public sealed record CallState
{
    public required StepName Step { get; init; }

    public required Caller Caller { get; init; }

    public Language Language { get; init; } = Language.Korean;

    /// <summary>Times in a row that nothing was pressed at this step.</summary>
    public int Silences { get; init; }

    /// <summary>Times in a row that a key outside the menu was pressed at this step.</summary>
    public int WrongKeys { get; init; }

    public Urgency Urgency { get; init; } = Urgency.U3;

    public Service Service { get; init; } = Service.NotStated;

    public bool CannotSpeak { get; init; }

    /// <summary>The caller is in the carrier's queue.</summary>
    public bool InQueue { get; init; }

    /// <summary>The least number of people ahead that was spoken: a spoken position never rises.</summary>
    public int? SpokenAhead { get; init; }

    /// <summary>The agency whose transfer is offered or under way.</summary>
    public string? AgencyKey { get; init; }

    public CallbackDraft Callback { get; init; } = CallbackDraft.Empty;

    /// <summary>The reference of the callback that this call registered. One call registers one.</summary>
    public string? Reference { get; init; }

    /// <summary>The reference of the callback that the caller manages, once it was found.</summary>
    public string? ManagedReference { get; init; }

    /// <summary>The managed callback has a message that could be deleted.</summary>
    public bool ManagedHasMessage { get; init; }

    /// <summary>The caller manages an earlier callback instead of asking for a new one.</summary>
    public bool Managing => ManagedReference is not null;

    /// <summary>Times that a reference was looked up in this call. Leaving and coming back gives no further ones, and neither does a reference that was found.</summary>
    public int LookUps { get; init; }

    /// <summary>The caller was cut off a moment ago. Nothing that is heard depends on it, only the place in line (DOMAIN T11, T12).</summary>
    public bool CutOffBefore { get; init; }

    /// <summary>The day that was chosen before its part is.</summary>
    public DateOnly? PickedDay { get; init; }

    /// <summary>The line has greeted the caller: the greeting is not spoken twice.</summary>
    public bool Greeted { get; init; }

    /// <summary>Times that the caller was offered another way because of a long wait.</summary>
    public int LongWaits { get; init; }

    /// <summary>The message under review.</summary>
    public string? RecordingSid { get; init; }

    /// <summary>The call is over; whatever still arrives changes nothing.</summary>
    public bool Over { get; init; }
}

/// <summary>DOMAIN §1.2: U0 danger now, U1 spreading, threatened or a minor, U2 distribution found, U3 ordinary, U4 information. A smaller number is more urgent.</summary>
public enum Urgency
{
    U0,
    U1,
    U2,
    U3,
    U4,
}

/// <summary>What the caller asked for, in the case backend's words.</summary>
public enum Service
{
    NotStated,
    Counseling,
    DeletionSupport,
    InvestigationSupport,
    LegalSupport,
    MedicalSupport,
    Monitoring,
}
