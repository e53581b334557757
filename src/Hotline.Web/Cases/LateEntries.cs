using Hotline.CaseBackend;
using Hotline.Web.Callbacks;
using Hotline.Web.FollowUps;
using Hotline.Web.Postgres;
using Hotline.Web.Recordings;
using Hotline.Web.Sealing;
using Npgsql;
using Recording = Hotline.Web.Recordings.Recording;

namespace Hotline.Web.Cases;

/// <summary>
/// What came after a case's document was written: a transcript that was still pending, a message found later, a priority that its
/// words raised. Called when the case is opened and when a message is settled, under the case's lock; whichever comes last writes the entry, once.
/// </summary>
public sealed class LateEntries(CaseStore cases, CallbackStore callbacks, RecordingStore recordings, FollowUpStore followUps, TimeProvider time)
{
    public async Task AddAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid callId, CallKey key, CancellationToken cancellation)
    {
        var row = await cases.LockAsync(connection, transaction, callId, CasePurposes.CallbackRequest);
        if (row is not { State: CaseStates.Opened })
            return;
        var messages = await recordings.OfCallAsync(connection, callId, transaction);
        var batch = new WriteBatch();
        foreach (var message in messages.Where(m => m.IsSettled && !IsInDocument(row, m)))
            await AddAsync(connection, transaction, batch, row, key, $"statement:{message.Id:N}", StatementEntry(message, key));
        if (await callbacks.FindByCallAsync(connection, callId, key, transaction) is { } callback)
            await RaiseAsync(connection, transaction, batch, row, key, CaseContent.Of(callback, messages, key).Priority);
        await batch.SendAsync(connection, transaction, cancellation);
    }

    private async Task RaiseAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, WriteBatch batch, CaseRow row, CallKey key, CasePriority priority)
    {
        if (priority <= row.SentPriority)
            return;
        var entry = new CaseEntry(EntryKind.PriorityRaised, time.GetUtcNow()) { Priority = priority };
        await AddAsync(connection, transaction, batch, row, key, $"priority:{row.CallId:N}:{priority}", entry);
        await cases.RaisePriorityAsync(connection, transaction, row, priority);
    }

    private async Task AddAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, WriteBatch batch, CaseRow row, CallKey key, string entryKey, CaseEntry entry)
    {
        if (await cases.AddEntryAsync(connection, transaction, row, key, entryKey, entry))
            followUps.Add(batch, row.CallId, FollowUpKind.AppendEntry, entryKey, time.GetUtcNow());
    }

    private CaseEntry StatementEntry(Recording message, CallKey key) =>
        new(EntryKind.Statement, time.GetUtcNow()) { Statement = CaseContent.StatementOf(message, key) };

    private static bool IsInDocument(CaseRow row, Recording message) =>
        row.RecordingId == message.Id && !string.Equals(row.Statement, nameof(StatementState.Pending), StringComparison.Ordinal);
}
