using Hotline.CaseBackend;
using Hotline.Web.Callbacks;
using Hotline.Web.FollowUps;
using Npgsql;

namespace Hotline.Web.Cases;

/// <summary>Tells the case backend that the caller withdrew. The call's key may be destroyed already, so nothing sealed is needed.</summary>
public sealed class WithdrawCaseJob(NpgsqlDataSource database, CaseStore cases, CallbackStore callbacks, ICaseBackend backend, TimeProvider time)
{
    public async Task<FollowUpOutcome> RunAsync(string reference, DateTimeOffset withdrawnAt, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        if (await callbacks.CallOfAsync(connection, reference) is not { } callId)
            return new FollowUpOutcome.Done();
        var row = await SettleUnsentAsync(connection, callId, cancellation);
        if (row is null or { State: CaseStates.Withdrawn })
            return new FollowUpOutcome.Done();

        var caseId = row.CaseId;
        if (caseId is null)
        {
            // The document was sent at least once: only the backend knows whether it arrived.
            switch (await backend.FindByReferenceAsync(reference, cancellation))
            {
                case CaseLookup.Found found:
                    caseId = found.CaseId;
                    break;
                case CaseLookup.NotFound when time.GetUtcNow() - withdrawnAt > TimeSpan.FromMinutes(10):
                    await cases.SetStateAsync(connection, null, row, CaseStates.Withdrawn);
                    return new FollowUpOutcome.Done();
                default:
                    return new FollowUpOutcome.Again("The case backend does not say yet whether it has the case.");
            }
        }

        return await AppendAsync(caseId, callId, withdrawnAt, cancellation);
    }

    private async Task<CaseRow?> SettleUnsentAsync(NpgsqlConnection connection, Guid callId, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var row = await cases.LockAsync(connection, transaction, callId, CasePurposes.CallbackRequest);
        if (row is { State: CaseStates.Due })
        {
            await cases.SetStateAsync(connection, transaction, row, CaseStates.Withdrawn);
            row = null;
        }

        await transaction.CommitAsync(cancellation);
        return row;
    }

    private async Task<FollowUpOutcome> AppendAsync(string caseId, Guid callId, DateTimeOffset withdrawnAt, CancellationToken cancellation)
    {
        // The same time on each attempt: the same key must carry the same bytes.
        var document = CaseDocument.Write(new CaseEntry(EntryKind.Withdrawn, withdrawnAt));
        return await backend.AppendAsync(caseId, $"withdrawn:{callId:N}", document.Bytes, cancellation) switch
        {
            EntryOutcome.Appended => new FollowUpOutcome.Done(),
            EntryOutcome.Refused refused => new FollowUpOutcome.GiveUp($"The case backend refused a withdrawal with status {refused.Status}."),
            EntryOutcome.Unreachable unreachable => new FollowUpOutcome.Again("The case backend could not be reached.", unreachable.RetryAfter),
            EntryOutcome.Unauthorized => new FollowUpOutcome.Again("The case backend does not accept our key: check CaseBackend:ApiKey."),
            _ => throw new InvalidOperationException("EntryOutcome is a closed type."),
        };
    }
}
