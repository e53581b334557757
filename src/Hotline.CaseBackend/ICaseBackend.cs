namespace Hotline.CaseBackend;

/// <summary>
/// The case backend that the centre's front doors share. Every call may be repeated: the idempotency key (8 to 64
/// characters) with the same document opens or appends once.
/// </summary>
public interface ICaseBackend
{
    /// <param name="document">The stored bytes of <see cref="CaseDocument.Write(OpenCase)"/>, unchanged.</param>
    Task<CaseOutcome> OpenAsync(string idempotencyKey, ReadOnlyMemory<byte> document, CancellationToken cancellation);

    /// <param name="document">The stored bytes of <see cref="CaseDocument.Write(CaseEntry)"/>, unchanged.</param>
    Task<EntryOutcome> AppendAsync(string caseId, string idempotencyKey, ReadOnlyMemory<byte> document, CancellationToken cancellation);

    Task<CaseLookup> GetAsync(string caseId, CancellationToken cancellation);

    /// <summary>A reference with a wrong check digit is <see cref="CaseLookup.NotFound"/> without asking the backend.</summary>
    Task<CaseLookup> FindByReferenceAsync(string reference, CancellationToken cancellation);
}
