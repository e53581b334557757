namespace Hotline.Web.FollowUps;

/// <summary>A piece of work that was written down with the turn that asked for it.</summary>
/// <param name="Subject">What it is about: a recording's SID, a reference, an idempotency key. Never personal data.</param>
/// <param name="Attempt">From 1. A job that holds an older attempt has lost its claim.</param>
public sealed record FollowUp(Guid Id, Guid CallId, FollowUpKind Kind, string Subject, int Attempt, DateTimeOffset CreatedAt);

/// <summary>Stored by name.</summary>
public enum FollowUpKind
{
    OpenCase,
    AppendEntry,
    WithdrawCase,
    FetchMessage,
    SeekMessage,
    TranscribeMessage,
    DeleteAtCarrier,
    DestroyKey,
}

/// <summary>How an attempt ended.</summary>
public abstract record FollowUpOutcome
{
    private FollowUpOutcome()
    {
    }

    public sealed record Done : FollowUpOutcome;

    /// <summary>Not yet: again after <paramref name="Wait"/>, or after the kind's usual wait.</summary>
    public sealed record Again(string Why, TimeSpan? Wait = null) : FollowUpOutcome;

    /// <summary>Never: a person has to look at it. It stays on the page of failed work and raises the alarm.</summary>
    public sealed record GiveUp(string Why) : FollowUpOutcome;
}
