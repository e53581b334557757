using Dapper;
using Hotline.CaseBackend;
using SafeWindow = Hotline.CallFlow.SafeWindow;
using Hotline.Web.Postgres;
using Hotline.Web.Sealing;
using Npgsql;

namespace Hotline.Web.Cases;

/// <summary>The cases that are owed, sent and opened, and the entries that follow them.</summary>
public sealed class CaseStore(TimeProvider time)
{
    private const string Select =
        """
        select call_id, purpose, idempotency_key, reference, state, document_sealed, statement, recording_id, priority, case_id, released_at is not null as released,
            told_window_from, told_window_to
        from cases
        """;

    /// <summary>From here on the call owes a case.</summary>
    public void Owe(WriteBatch batch, Guid callId, string purpose, string reference) =>
        batch.Add(
            """
            insert into cases (call_id, purpose, idempotency_key, reference, state, owed_at)
            values (@callId, @purpose, @key, @reference, 'due', @now) on conflict do nothing
            """,
            ("callId", callId),
            ("purpose", purpose),
            ("key", KeyOf(purpose, callId)),
            ("reference", reference),
            ("now", time.GetUtcNow()));

    /// <summary>The caller is done: from now on the case goes out as soon as its transcript is there.</summary>
    public void Release(WriteBatch batch, Guid callId, string purpose) =>
        batch.Add(
            "update cases set released_at = coalesce(released_at, @now) where call_id = @callId and purpose = @purpose",
            ("callId", callId),
            ("purpose", purpose),
            ("now", time.GetUtcNow()));

    public async Task<CaseRow?> LockAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid callId, string purpose) =>
        await connection.QuerySingleOrDefaultAsync<CaseRow>(
            Select + " where call_id = @callId and purpose = @purpose for update", new { callId, purpose }, transaction);

    /// <summary>Stores the document before it is first sent. It is written again only when the caller took back what it says, before the backend had it.</summary>
    public async Task FreezeAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CaseRow row, CallKey key, CaseDocument document, CaseContent content) =>
        await connection.ExecuteAsync(
            """
            update cases set state = 'sending', document_sealed = @document, statement = @statement, recording_id = @RecordingId, priority = @priority,
                told_window_from = @from, told_window_to = @to
            where call_id = @CallId and purpose = @Purpose and state in ('due', 'sending', 'refused')
            """,
            new
            {
                row.CallId,
                row.Purpose,
                document = key.Seal(row.DocumentIdentity, document.Bytes.Span),
                statement = content.Statement.State.ToString(),
                content.RecordingId,
                priority = content.Priority.ToString(),
                from = content.Callback.Window.From.ToUniversalTime(),
                to = content.Callback.Window.To.ToUniversalTime(),
            },
            transaction);

    public async Task SetStateAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, CaseRow row, string state, string? refusal = null) =>
        await connection.ExecuteAsync(
            "update cases set state = @state, refusal = @refusal where call_id = @CallId and purpose = @Purpose and state <> 'opened'",
            new { row.CallId, row.Purpose, state, refusal },
            transaction);

    public async Task MarkOpenedAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CaseRow row, string caseId) =>
        await connection.ExecuteAsync(
            """
            update cases set state = 'opened', case_id = @caseId, opened_at = coalesce(opened_at, @now), refusal = null, document_sealed = null
            where call_id = @CallId and purpose = @Purpose
            """,
            new { row.CallId, row.Purpose, caseId, now = time.GetUtcNow() },
            transaction);

    public async Task TellWindowAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CaseRow row, SafeWindow window) =>
        await connection.ExecuteAsync(
            "update cases set told_window_from = @from, told_window_to = @to where call_id = @CallId and purpose = @Purpose",
            new { row.CallId, row.Purpose, from = window.From.ToUniversalTime(), to = window.To.ToUniversalTime() },
            transaction);

    /// <summary>A message was taken back: what was to be told of it is not told any more.</summary>
    public void ForgetStatement(WriteBatch batch, Guid recordingId) =>
        batch.Add(
            "delete from case_entries where appended_at is null and idempotency_key like @key",
            ("key", StatementKey(recordingId) + ":%"));

    /// <summary>Whether a statement about this message was ever on its way to the backend as an entry.</summary>
    public async Task<bool> ToldStatementAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid recordingId) =>
        await connection.ExecuteScalarAsync<bool>(
            "select exists (select from case_entries where idempotency_key like @key)", new { key = StatementKey(recordingId) + ":%" }, transaction);

    public async Task RaisePriorityAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CaseRow row, CasePriority priority) =>
        await connection.ExecuteAsync(
            "update cases set priority = @priority where call_id = @CallId and purpose = @Purpose",
            new { row.CallId, row.Purpose, priority = priority.ToString() },
            transaction);

    /// <summary>Stores an entry before it is first sent.</summary>
    /// <returns>False when an entry with this key exists already.</returns>
    public async Task<bool> AddEntryAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, CaseRow row, CallKey key, string entryKey, CaseEntry entry) =>
        await connection.ExecuteAsync(
            """
            insert into case_entries (idempotency_key, call_id, purpose, kind, document_sealed, created_at)
            values (@entryKey, @CallId, @Purpose, @kind, @document, @now) on conflict do nothing
            """,
            new
            {
                entryKey,
                row.CallId,
                row.Purpose,
                kind = entry.Kind.ToString(),
                document = key.Seal(EntryIdentity(entryKey), CaseDocument.Write(entry).Bytes.Span),
                now = time.GetUtcNow(),
            },
            transaction) == 1;

    public async Task<EntryRow?> FindEntryAsync(NpgsqlConnection connection, string entryKey) =>
        await connection.QuerySingleOrDefaultAsync<EntryRow>(
            """
            select e.idempotency_key, e.call_id, e.document_sealed, e.appended_at is not null as appended, c.case_id
            from case_entries e join cases c on c.call_id = e.call_id and c.purpose = e.purpose
            where e.idempotency_key = @entryKey
            """,
            new { entryKey });

    public async Task MarkAppendedAsync(NpgsqlConnection connection, string entryKey) =>
        await connection.ExecuteAsync(
            "update case_entries set appended_at = coalesce(appended_at, @now), document_sealed = '' where idempotency_key = @entryKey",
            new { entryKey, now = time.GetUtcNow() });

    public static string EntryIdentity(string entryKey) => $"case_entries.document/{entryKey}";

    public static string StatementKey(Guid recordingId) => $"statement:{recordingId:N}";

    private static string KeyOf(string purpose, Guid callId) => $"{purpose}:{callId:N}";
}

public sealed class EntryRow
{
    public required string IdempotencyKey { get; init; }

    public Guid CallId { get; init; }

    public required byte[] DocumentSealed { get; init; }

    public bool Appended { get; init; }

    public string? CaseId { get; init; }
}
