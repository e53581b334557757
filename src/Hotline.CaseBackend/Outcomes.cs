namespace Hotline.CaseBackend;

/// <summary>How opening a case ended.</summary>
public abstract record CaseOutcome
{
    private CaseOutcome() { }

    /// <param name="IsReplay">The same key and document had opened it before.</param>
    public sealed record Opened(string CaseId, string Reference, bool IsReplay) : CaseOutcome;

    /// <summary>Permanent: the backend will say the same again, and a person has to look.</summary>
    /// <param name="Title">The problem's title, which by the contract (RFC 9457) is the same for every occurrence.</param>
    public sealed record Refused(int Status, string Title) : CaseOutcome;

    /// <summary>Try again later: network, time-out, 429, 5xx, or an answer that could not be read.</summary>
    /// <param name="RetryAfter">How long the backend asked us to wait, if it did.</param>
    public sealed record Unreachable(TimeSpan? RetryAfter) : CaseOutcome;

    /// <summary>Our key is not accepted: nothing will work until an operator changes it.</summary>
    public sealed record Unauthorized : CaseOutcome;
}

/// <summary>How appending to a case ended; the cases mean the same as those of <see cref="CaseOutcome"/>.</summary>
public abstract record EntryOutcome
{
    private EntryOutcome() { }

    public sealed record Appended(bool IsReplay) : EntryOutcome;

    public sealed record Refused(int Status, string Title) : EntryOutcome;

    public sealed record Unreachable(TimeSpan? RetryAfter) : EntryOutcome;

    public sealed record Unauthorized : EntryOutcome;
}

/// <summary>How looking for a case ended.</summary>
public abstract record CaseLookup
{
    private CaseLookup() { }

    /// <param name="State">Null when the backend named a state that this version does not know.</param>
    public sealed record Found(string CaseId, string Reference, CaseState? State, DateTimeOffset? UpdatedAt) : CaseLookup;

    public sealed record NotFound : CaseLookup;

    public sealed record Refused(int Status, string Title) : CaseLookup;

    public sealed record Unreachable(TimeSpan? RetryAfter) : CaseLookup;

    public sealed record Unauthorized : CaseLookup;
}
