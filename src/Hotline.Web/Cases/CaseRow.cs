using Hotline.CaseBackend;

namespace Hotline.Web.Cases;

/// <summary>What we know of one case: from the moment it is due until the backend has it.</summary>
public sealed class CaseRow
{
    public Guid CallId { get; init; }

    public required string Purpose { get; init; }

    public required string IdempotencyKey { get; init; }

    public required string Reference { get; init; }

    public required string State { get; init; }

    public byte[]? DocumentSealed { get; init; }

    public string? Statement { get; init; }

    public Guid? RecordingId { get; init; }

    public string? Priority { get; init; }

    public string? CaseId { get; init; }

    public bool Released { get; init; }

    public DateTimeOffset? ToldWindowFrom { get; init; }

    public DateTimeOffset? ToldWindowTo { get; init; }

    public string DocumentIdentity => $"cases.document/{CallId}/{Purpose}";

    public CasePriority SentPriority => Enum.Parse<CasePriority>(Priority ?? nameof(CasePriority.Routine));
}

/// <summary>Stored as these words.</summary>
public static class CaseStates
{
    public const string Due = "due";

    /// <summary>The document is stored; whether the backend has it is not known yet.</summary>
    public const string Sending = "sending";

    public const string Opened = "opened";

    /// <summary>The backend will never take it: a person has to look.</summary>
    public const string Refused = "refused";

    /// <summary>The caller withdrew before anything was sent.</summary>
    public const string Withdrawn = "withdrawn";
}

/// <summary>The purposes a case can have; each call has at most one case for each.</summary>
public static class CasePurposes
{
    public const string CallbackRequest = "callback-request";
}
