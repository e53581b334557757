using Dapper;
using Hotline.Web.Hosting;
using Hotline.Web.Postgres;
using Hotline.Web.Sealing;
using Npgsql;

namespace Hotline.Web.Recordings;

/// <summary>Messages that callers left: what the carrier told of them, their sealed audio, and their sealed transcript.</summary>
public sealed class RecordingStore(IIdSource ids, TimeProvider time)
{
    private const string Select =
        """
        select id, call_id, recording_sid, state, seconds, unfinished, left_at, statement, transcript_sealed, engine, confidence, doubts, signals, severity
        from recordings
        """;

    /// <summary>
    /// Notes a message. It may be told twice and in any order, by the caller's own turn and by the carrier's callback: the turn knows whether
    /// the caller finished, a callback does not and never overwrites it.
    /// </summary>
    public void Add(WriteBatch batch, Guid callId, string recordingSid, TimeSpan length, bool? unfinished) =>
        batch.Add(
            """
            insert into recordings (id, call_id, recording_sid, state, seconds, unfinished, left_at, statement)
            values (@id, @callId, @sid, 'left', @seconds, coalesce(@unfinished::boolean, true), @now, 'pending')
            on conflict (recording_sid) do update
            set seconds = greatest(recordings.seconds, excluded.seconds), unfinished = coalesce(@unfinished::boolean, recordings.unfinished)
            """,
            ("id", ids.NewId()),
            ("callId", callId),
            ("sid", recordingSid),
            ("seconds", (int)Math.Round(length.TotalSeconds)),
            ("unfinished", unfinished),
            ("now", time.GetUtcNow()));

    /// <summary>Destroys a message that the caller took back: its audio, its words, and its part in any case still to be opened.</summary>
    public void Discard(WriteBatch batch, string recordingSid)
    {
        batch.Add(
            "delete from recording_audio where recording_id = (select id from recordings where recording_sid = @sid)",
            ("sid", recordingSid));
        batch.Add(
            "update recordings set state = 'discarded', transcript_sealed = null, doubts = '{}', signals = '{}', severity = null where recording_sid = @sid",
            ("sid", recordingSid));
    }

    public async Task<Recording?> FindAsync(NpgsqlConnection connection, string recordingSid, NpgsqlTransaction? transaction = null) =>
        await connection.QuerySingleOrDefaultAsync<Recording>(Select + " where recording_sid = @recordingSid", new { recordingSid }, transaction);

    public async Task<Recording?> FindAsync(NpgsqlConnection connection, Guid id, NpgsqlTransaction? transaction = null) =>
        await connection.QuerySingleOrDefaultAsync<Recording>(Select + " where id = @id", new { id }, transaction);

    /// <summary>The messages of a call that still count, oldest first.</summary>
    public async Task<IReadOnlyList<Recording>> OfCallAsync(NpgsqlConnection connection, Guid callId, NpgsqlTransaction? transaction = null) =>
        (await connection.QueryAsync<Recording>(
            Select + " where call_id = @callId and state not in ('discarded', 'absent') order by left_at, id", new { callId }, transaction)).AsList();

    /// <summary>The messages of a call that the caller took back.</summary>
    public async Task<IReadOnlyList<Recording>> TakenBackOfCallAsync(NpgsqlConnection connection, Guid callId, NpgsqlTransaction transaction) =>
        (await connection.QueryAsync<Recording>(
            Select + " where call_id = @callId and state = 'discarded' order by left_at, id", new { callId }, transaction)).AsList();

    /// <summary>Keeps fetched audio, sealed. Fetched twice, the first stays.</summary>
    /// <returns>False when the caller took the message back meanwhile: nothing was kept.</returns>
    public async Task<bool> KeepAudioAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, Recording recording, CallKey key, ReadOnlyMemory<byte> audio, string contentType)
    {
        var kept = await connection.ExecuteAsync(
            "update recordings set state = 'fetched', fetched_at = coalesce(fetched_at, @now) where id = @Id and state in ('left', 'fetched')",
            new { recording.Id, now = time.GetUtcNow() },
            transaction) == 1;
        if (kept)
        {
            await connection.ExecuteAsync(
                "insert into recording_audio (recording_id, content_type, sealed) values (@Id, @contentType, @audio) on conflict do nothing",
                new { recording.Id, contentType, audio = key.Seal(AudioIdentity(recording.Id), audio.Span) },
                transaction);
        }

        return kept;
    }

    public async Task<(byte[] Audio, string ContentType)?> OpenAudioAsync(NpgsqlConnection connection, Guid recordingId, CallKey key)
    {
        var row = await connection.QuerySingleOrDefaultAsync<AudioRow>(
            "select content_type, sealed from recording_audio where recording_id = @recordingId", new { recordingId });
        return row is null ? null : (key.Open(AudioIdentity(recordingId), row.Sealed), row.ContentType);
    }

    /// <summary>Words that are known stay known: only what is pending or failed is settled.</summary>
    public async Task SettleAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid recordingId, CallKey key, Settled settled) =>
        await connection.ExecuteAsync(
            """
            update recordings set statement = @Statement, transcript_sealed = @transcript, engine = @Engine, confidence = @Confidence,
                doubts = @doubts, signals = @signals, severity = @Severity, transcribed_at = @now
            where id = @recordingId and state not in ('discarded', 'absent') and statement in ('pending', 'failed')
            """,
            new
            {
                recordingId,
                settled.Statement,
                transcript = settled.Text is null ? null : key.Seal(TranscriptIdentity(recordingId), settled.Text),
                settled.Engine,
                settled.Confidence,
                doubts = settled.Doubts.ToArray(),
                signals = settled.Signals.ToArray(),
                settled.Severity,
                now = time.GetUtcNow(),
            },
            transaction);

    public async Task MarkAbsentAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, string recordingSid) =>
        await connection.ExecuteAsync(
            "update recordings set state = 'absent' where recording_sid = @recordingSid and state = 'left'", new { recordingSid }, transaction);

    public async Task MarkDeletedAtCarrierAsync(NpgsqlConnection connection, string recordingSid) =>
        await connection.ExecuteAsync(
            "update recordings set carrier_deleted_at = coalesce(carrier_deleted_at, @now) where recording_sid = @recordingSid",
            new { recordingSid, now = time.GetUtcNow() });

    public static string? OpenTranscript(Recording recording, CallKey key) =>
        recording.TranscriptSealed is null ? null : key.OpenText(TranscriptIdentity(recording.Id), recording.TranscriptSealed);

    private static string AudioIdentity(Guid id) => $"recording_audio/{id}";

    private static string TranscriptIdentity(Guid id) => $"recordings.transcript/{id}";

    private sealed class AudioRow
    {
        public required string ContentType { get; init; }

        public required byte[] Sealed { get; init; }
    }
}

/// <summary>What became of a message's words.</summary>
/// <param name="Text">Only when <paramref name="Statement"/> is transcribed.</param>
/// <param name="DoubtList">Why a person should listen and confirm.</param>
/// <param name="SignalList">In the case backend's words.</param>
public sealed record Settled(
    string Statement,
    string? Text = null,
    string? Engine = null,
    float? Confidence = null,
    IReadOnlyList<string>? DoubtList = null,
    IReadOnlyList<string>? SignalList = null,
    string? Severity = null)
{
    public IReadOnlyList<string> Doubts => DoubtList ?? [];

    public IReadOnlyList<string> Signals => SignalList ?? [];
}
