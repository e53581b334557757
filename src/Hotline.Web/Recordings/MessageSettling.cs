using Hotline.Web.Callbacks;
using Hotline.Web.Cases;
using Hotline.Web.FollowUps;
using Hotline.Web.Postgres;
using Hotline.Web.Sealing;
using Npgsql;

namespace Hotline.Web.Recordings;

/// <summary>
/// What becomes known of a message's words, however it becomes known: the row, the urgency, the case that waited for it, and the case that was
/// opened before. Every ending comes through here, also the sad ones, so that no case says "pending" for ever.
/// </summary>
public sealed class MessageSettling(
    NpgsqlDataSource database, RecordingStore recordings, CallbackStore callbacks, CaseStore cases, LateEntries lateEntries, FollowUpStore followUps, TimeProvider time)
{
    /// <summary>A message that nobody will ever read as words: a person has to listen, or to call.</summary>
    public static readonly Settled Failed = new(StatementStates.Failed, Severity: "Review");

    public async Task SettleAsync(Recording message, CallKey key, Settled settled, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var owed = await cases.LockAsync(connection, transaction, message.CallId, CasePurposes.CallbackRequest);
        await recordings.SettleAsync(connection, transaction, message.Id, key, settled);
        if (await recordings.FindAsync(connection, message.Id, transaction) is { IsGone: false } now)
            await callbacks.RaiseUrgencyAsync(connection, transaction, message.CallId, CaseContent.UrgencyOf(now));
        await AfterwardsAsync(connection, transaction, owed, message.CallId, key, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>The carrier has no such message after all.</summary>
    public async Task AbsentAsync(Recording message, CallKey key, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var owed = await cases.LockAsync(connection, transaction, message.CallId, CasePurposes.CallbackRequest);
        await recordings.MarkAbsentAsync(connection, transaction, message.RecordingSid);
        await AfterwardsAsync(connection, transaction, owed, message.CallId, key, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task AfterwardsAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, CaseRow? owed, Guid callId, CallKey key, CancellationToken cancellation)
    {
        if (owed is { Released: true, State: CaseStates.Due })
        {
            var batch = new WriteBatch();
            followUps.Add(batch, callId, FollowUpKind.OpenCase, "", time.GetUtcNow());
            await batch.SendAsync(connection, transaction, cancellation);
        }

        await lateEntries.AddAsync(connection, transaction, callId, key, cancellation);
    }
}
