namespace Hotline.CaseBackend;

/// <summary>A request for help, as the case backend is told of it. Write it once with <see cref="CaseDocument.Write(OpenCase)"/>.</summary>
public sealed record OpenCase
{
    /// <summary>The number read out to the caller; see <see cref="CaseReference"/>.</summary>
    public required string Reference { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required CaseOrigin Origin { get; init; }
    public required ServiceKind Service { get; init; }
    public required CasePriority Priority { get; init; }
    public IReadOnlyList<PrioritySignal> PrioritySignals { get; init; } = [];

    /// <summary>BCP 47, such as <c>ko-KR</c>.</summary>
    public required string Language { get; init; }
    public required CaseContact Contact { get; init; }
    public required Statement Statement { get; init; }

    /// <summary>The call it came from; null when there was none.</summary>
    public CaseCall? Call { get; init; }
}

/// <summary>How the caller may be reached without endangering them.</summary>
/// <param name="Phone">E.164, or null when the caller gave no number.</param>
/// <param name="Anonymous">No name is known; true for every request that only the telephone menu took.</param>
/// <param name="SafeWindows">Earliest first; empty means as soon as possible.</param>
public sealed record CaseContact(
    string? Phone,
    bool Anonymous,
    IfUnanswered IfUnanswered,
    IReadOnlyList<SafeWindow> SafeWindows);

/// <summary>A time in which calling back is safe.</summary>
public sealed record SafeWindow(DateTimeOffset From, DateTimeOffset To);

/// <summary>The caller's own words, or why there are none.</summary>
public sealed record Statement(StatementState State)
{
    public string? Text { get; init; }

    /// <summary>Between 0 and 1; null when the engine does not say.</summary>
    public double? Confidence { get; init; }

    /// <summary>Which engine wrote the text, such as <c>azure-speech</c>.</summary>
    public string? Engine { get; init; }
    public TimeSpan? Recorded { get; init; }

    /// <summary>The caller hung up while speaking.</summary>
    public bool Unfinished { get; init; }
}

/// <summary>The call behind a case.</summary>
/// <param name="CallId">The hotline's own id, never the carrier's.</param>
/// <param name="AnsweredBy">The counselor's staff id, when one answered.</param>
/// <param name="MenuPath">The steps the caller passed, oldest first.</param>
public sealed record CaseCall(Guid CallId, string? AnsweredBy, TimeSpan? Duration, IReadOnlyList<string> MenuPath);

/// <summary>What arrives after a case was opened: a transcript, an attempt to call, a note.</summary>
public sealed record CaseEntry(EntryKind Kind, DateTimeOffset At)
{
    /// <summary>The staff id of whoever wrote it; null when the hotline itself did.</summary>
    public string? By { get; init; }
    public string? Text { get; init; }
    public Statement? Statement { get; init; }
    public CasePriority? Priority { get; init; }
    public ContactOutcome? Outcome { get; init; }
}
