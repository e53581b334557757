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
        if (await keys.FindAsync(connection, callId) is not { } key)
            return new FollowUpOutcome.Done();
        switch (await PrepareAsync(connection, callId, key, cancellation))
        {
            case { State: CaseStates.Sending or CaseStates.Refused } row:
                return await SendAsync(connection, row, key, cancellation);
            default:
                return new FollowUpOutcome.Done();
        }
    }

    private async Task<FollowUpOutcome> SendAsync(NpgsqlConnection connection, CaseRow row, CallKey key, CancellationToken cancellation)
    {
        switch (await backend.OpenAsync(row.IdempotencyKey, key.Open(row.DocumentIdentity, row.DocumentSealed!), cancellation))
        {
            case CaseOutcome.Opened opened:
                await MarkOpenedAsync(connection, row, key, opened.CaseId, cancellation);
                return new FollowUpOutcome.Done();
            case CaseOutcome.Unreachable unreachable:
                return new FollowUpOutcome.Again("The case backend could not be reached.", unreachable.RetryAfter);
            case CaseOutcome.Unauthorized:
                return new FollowUpOutcome.Again("The case backend does not accept our key: check CaseBackend:ApiKey.");
            case CaseOutcome.Refused { Status: 409 } when await backend.FindByReferenceAsync(row.Reference, cancellation) is CaseLookup.Found found:
                // An earlier document of this request got there after all.
                await MarkOpenedAsync(connection, row, key, found.CaseId, cancellation);
                return new FollowUpOutcome.Done();
            case CaseOutcome.Refused refused:
                // Not the backend's own words: they may repeat what we sent.
                var why = $"The case backend refused the case with status {refused.Status}.";
                await cases.SetStateAsync(connection, null, row, CaseStates.Refused, why);
                return new FollowUpOutcome.GiveUp(why);
            default:
                throw new InvalidOperationException("CaseOutcome is a closed type.");
        }
    }

    /// <summary>Writes the document when it is first due, again when the caller took back what it says, and never for a request that was cancelled.</summary>
    private async Task<CaseRow?> PrepareAsync(NpgsqlConnection connection, Guid callId, CallKey key, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var row = await cases.LockAsync(connection, transaction, callId, CasePurposes.CallbackRequest);
        switch (row?.State)
        {
            case CaseStates.Due:
            case CaseStates.Sending or CaseStates.Refused when await IsTakenBackAsync(connection, transaction, row!):
                await FreezeAsync(connection, transaction, row!, key);
                row = await cases.LockAsync(connection, transaction, callId, CasePurposes.CallbackRequest);
                break;
            case CaseStates.Sending or CaseStates.Refused when await callbacks.FindByCallAsync(connection, callId, key, transaction) is not { IsOpen: true }:
                // Cancelled while it was on its way: the withdrawal finds out whether it arrived.
                row = null;
                break;
            case CaseStates.Opened:
                await lateEntries.AddAsync(connection, transaction, callId, key, cancellation);
                break;
        }

        await transaction.CommitAsync(cancellation);
        return row;
    }

    private async Task<bool> IsTakenBackAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CaseRow row) =>
        row.RecordingId is { } told && await recordings.FindAsync(connection, told, transaction) is { IsGone: true };

    private async Task FreezeAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CaseRow row, CallKey key)
    {
        var callback = await callbacks.FindByCallAsync(connection, row.CallId, key, transaction);
        if (callback is not { IsOpen: true })
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
