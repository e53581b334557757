using System.Globalization;
using Hotline.CallFlow.Hours;
using Hotline.CaseBackend;
using Hotline.Web.Callbacks;
using Hotline.Web.FollowUps;
using Hotline.Web.Postgres;
using Hotline.Web.Recordings;
using Hotline.Web.Sealing;
using Npgsql;
using Recording = Hotline.Web.Recordings.Recording;
using SafeWindow = Hotline.CallFlow.SafeWindow;

namespace Hotline.Web.Cases;

/// <summary>
/// What came after a case's document was written: a transcript that was still pending, a message found later or taken back, a priority
/// that its words raised, another safe time. Called when the case is opened and when a message is settled, under the case's lock; whichever comes last writes the entry, once.
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
            await AddAsync(connection, transaction, batch, row, key, $"{CaseStore.StatementKey(message.Id)}:{message.Statement}", StatementEntry(message, key));
        foreach (var message in await recordings.TakenBackOfCallAsync(connection, callId, transaction))
            await TellTakenBackAsync(connection, transaction, batch, row, key, message);
        if (await callbacks.FindByCallAsync(connection, callId, key, transaction) is { } callback)
        {
            await RaiseAsync(connection, transaction, batch, row, key, CaseContent.Of(callback, messages, key).Priority);
            await TellWindowAsync(connection, transaction, batch, row, key, callback.Window);
        }

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

    /// <summary>The backend was told of a message that the caller has taken back since: whoever works there has to delete it too.</summary>
    private async Task TellTakenBackAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, WriteBatch batch, CaseRow row, CallKey key, Recording message)
    {
        if (row.RecordingId == message.Id || await cases.ToldStatementAsync(connection, transaction, message.Id))
            await AddAsync(connection, transaction, batch, row, key, $"taken-back:{message.Id:N}", Note("신청하신 분이 남긴 말씀을 지웠습니다. 이 사례에 전달된 말씀도 삭제해 주십시오."));
    }

    /// <summary>The caller named another safe time: calling at the old one may endanger them.</summary>
    private async Task TellWindowAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, WriteBatch batch, CaseRow row, CallKey key, SafeWindow window)
    {
        if (row.ToldWindowFrom == window.From && row.ToldWindowTo == window.To)
            return;
        var (from, to) = (SeoulTime.In(window.From), SeoulTime.In(window.To));
        var text = string.Create(CultureInfo.InvariantCulture, $"신청하신 분이 안전한 시간을 바꾸었습니다: {from:yyyy-MM-dd HH:mm} - {to:yyyy-MM-dd HH:mm}. 전에 전한 시간에는 전화하지 마십시오.");
        await AddAsync(connection, transaction, batch, row, key, $"window:{row.CallId:N}:{window.From.ToUnixTimeSeconds()}", Note(text));
        await cases.TellWindowAsync(connection, transaction, row, window);
    }

    private CaseEntry Note(string text) => new(EntryKind.CounselorNote, time.GetUtcNow()) { By = "hotline", Text = text };

    private async Task AddAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, WriteBatch batch, CaseRow row, CallKey key, string entryKey, CaseEntry entry)
    {
        if (await cases.AddEntryAsync(connection, transaction, row, key, entryKey, entry))
            followUps.Add(batch, row.CallId, FollowUpKind.AppendEntry, entryKey, time.GetUtcNow());
    }

    private CaseEntry StatementEntry(Recording message, CallKey key) =>
        new(EntryKind.Statement, time.GetUtcNow()) { Statement = CaseContent.StatementOf(message, key) };

    // A pending or failed statement is followed by what became of it; the same state is not told twice.
    private static bool IsInDocument(CaseRow row, Recording message) =>
        row.RecordingId == message.Id && string.Equals(row.Statement, CaseContent.StateOf(message.Statement).ToString(), StringComparison.Ordinal);
}
