using Hotline.CallFlow;
using Hotline.Web.Calls;
using Hotline.Web.Cases;
using Hotline.Web.FollowUps;
using Hotline.Web.Postgres;
using Hotline.Web.Sealing;
using Npgsql;

namespace Hotline.Web.Recordings;

/// <summary>
/// A message that the carrier told us of: by its callback, or because we asked. The caller's own turn may have told of it before, or
/// may never do. A message without a consent in our books was left in the static flow, while the database was gone: it is adopted.
/// </summary>
public sealed class MessageArrivals(
    NpgsqlDataSource database, CallStore calls, ConsentStore consents, DarkMessages darkMessages, RecordingStore recordings, MessageSettling settling, CallKeyStore keys, CaseStore cases, FollowUpStore followUps, FollowUpTimes times, TimeProvider time)
{
    public async Task ArriveAsync(string callSid, string recordingSid, TimeSpan length, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var call = await calls.LockForMessageAsync(connection, transaction, callSid);
        var known = await recordings.FindAsync(connection, recordingSid, transaction);
        if (known is { IsGone: true })
            return;
        if (call is null || (known is null && !await consents.AllowsMessageAsync(connection, transaction, call.Id)))
        {
            await transaction.RollbackAsync(cancellation);
            await connection.CloseAsync();
            await darkMessages.AdoptAsync(callSid, recordingSid, length, cancellation);
            return;
        }

        var batch = new WriteBatch();
        Keep(batch, call, recordingSid, length);
        await batch.SendAsync(connection, transaction, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>The carrier says that there is none (the caller said nothing), or that it failed (something was said and is lost).</summary>
    public async Task EndedWithoutAsync(string recordingSid, bool isLost, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        if (await recordings.FindAsync(connection, recordingSid) is not { State: RecordingStates.Left } message
            || await keys.FindAsync(connection, message.CallId) is not { } key)
        {
            return;
        }

        await connection.CloseAsync();
        if (isLost)
            await settling.SettleAsync(message, key, MessageSettling.Failed, cancellation);
        else
            await settling.AbsentAsync(message, key, cancellation);
    }

    private void Keep(WriteBatch batch, OpenCall call, string recordingSid, TimeSpan length)
    {
        var now = time.GetUtcNow();
        recordings.Add(batch, call.Id, recordingSid, length, unfinished: null);
        followUps.Add(batch, call.Id, FollowUpKind.FetchMessage, recordingSid, now);
        // While the caller is still there, the flow decides when the case goes out.
        if (!call.Ended)
            return;
        cases.Release(batch, call.Id, CasePurposes.CallbackRequest);
        followUps.Add(batch, call.Id, FollowUpKind.OpenCase, "", now + times.Of(CaseDue.WithTranscript));
    }
}
