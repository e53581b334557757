using Hotline.CaseBackend;
using Hotline.Web.Callbacks;
using Hotline.Web.Calls;
using Hotline.Web.FollowUps;
using Hotline.Web.Recordings;
using Hotline.Web.Sealing;
using Npgsql;

namespace Hotline.Web.Cases;

/// <summary>
/// Opens a callback's case, once in effect: the document is stored before it is first sent and repeated unchanged under one
/// idempotency key, so that a lost answer, a second run or a dead node all end at the same case.
/// </summary>
public sealed class OpenCaseJob(
    NpgsqlDataSource database,
    CaseStore cases,
    CallbackStore callbacks,
    RecordingStore recordings,
    CallStore calls,
    CallKeyStore keys,
    LateEntries lateEntries,
    ICaseBackend backend)
{
    public async Task<FollowUpOutcome> RunAsync(Guid callId, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var row = await FreezeAsync(connection, callId, cancellation);
        if (row is not { State: CaseStates.Sending or CaseStates.Refused } || await keys.FindAsync(connection, callId) is not { } key)
            return new FollowUpOutcome.Done();

        var document = key.Open(row.DocumentIdentity, row.DocumentSealed!);
        switch (await backend.OpenAsync(row.IdempotencyKey, document, cancellation))
        {
            case CaseOutcome.Opened opened:
                await MarkOpenedAsync(connection, row, key, opened.CaseId, cancellation);
                return new FollowUpOutcome.Done();
            case CaseOutcome.Unreachable unreachable:
                return new FollowUpOutcome.Again("The case backend could not be reached.", unreachable.RetryAfter);
            case CaseOutcome.Unauthorized:
                return new FollowUpOutcome.Again("The case backend does not accept our key: check CaseBackend:ApiKey.");
            case CaseOutcome.Refused refused:
                var why = $"The case backend refused the case with {refused.Status}: {refused.Title}";
                await cases.SetStateAsync(connection, null, row, CaseStates.Refused, why);
                return new FollowUpOutcome.GiveUp(why);
            default:
                throw new InvalidOperationException("CaseOutcome is a closed type.");
        }
    }

    private async Task<CaseRow?> FreezeAsync(NpgsqlConnection connection, Guid callId, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var row = await cases.LockAsync(connection, transaction, callId, CasePurposes.CallbackRequest);
        if (row is { State: CaseStates.Due })
        {
            await FreezeAsync(connection, transaction, row);
            row = await cases.LockAsync(connection, transaction, callId, CasePurposes.CallbackRequest);
        }

        await transaction.CommitAsync(cancellation);
        return row;
    }

    private async Task FreezeAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CaseRow row)
    {
        var key = await keys.FindAsync(connection, row.CallId, transaction);
        var callback = key is null ? null : await callbacks.FindByCallAsync(connection, row.CallId, key, transaction);
        if (key is null || callback is not { IsOpen: true })
        {
            await cases.SetStateAsync(connection, transaction, row, CaseStates.Withdrawn);
            return;
        }

        var content = CaseContent.Of(callback, await recordings.OfCallAsync(connection, row.CallId, transaction), key);
        var course = await calls.CourseOfAsync(connection, transaction, row.CallId);
        var document = CaseDocument.Write(content.ToCase(course.MenuPath, course.Duration, callback.RequestedAt));
        await cases.FreezeAsync(connection, transaction, row, key, document, content);
    }

    private async Task MarkOpenedAsync(NpgsqlConnection connection, CaseRow row, CallKey key, string caseId, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await cases.MarkOpenedAsync(connection, transaction, row, caseId);
        await lateEntries.AddAsync(connection, transaction, row.CallId, key, cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
