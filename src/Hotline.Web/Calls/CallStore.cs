using Dapper;
using Hotline.CallFlow;
using Hotline.Web.Postgres;
using Hotline.Web.Sealing;
using Npgsql;

namespace Hotline.Web.Calls;

/// <summary>The calls, the answers already given in them, and the log of what happened.</summary>
public sealed class CallStore(CallKeyStore keys)
{
    /// <summary>Locks the call's row for the rest of the transaction, and finds the answer to this very request if it was given before.</summary>
    /// <returns>Null for a call that was never seen, and for one whose key was destroyed.</returns>
    public async Task<LockedCall?> LockAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, string callSid, string requestKey)
    {
        var row = await connection.QuerySingleOrDefaultAsync<CallRow>(
            """
            select c.id, c.turn, c.state_sealed, c.started_at, c.queued_at, c.ended_at, k.wrapped, t.reply_sealed
            from calls c
            join call_keys k on k.call_id = c.id
            left join call_turns t on t.call_id = c.id and t.request_key = @requestKey
            where c.call_sid = @callSid and k.wrapped is not null
            for update of c
            """,
            new { callSid, requestKey },
            transaction);
        if (row is null)
            return null;
        var key = keys.Unwrap(row.Wrapped);
        var call = new Call(
            row.Id, callSid, row.Turn, CallSeals.OpenState(key, row.Id, row.StateSealed), key, row.StartedAt, row.QueuedAt, row.EndedAt is not null);
        var replay = row.ReplySealed is null ? null : key.OpenText(CallSeals.ReplyIdentity(row.Id, requestKey), row.ReplySealed);
        return new LockedCall(call, replay);
    }

    /// <summary>Makes the row of a new call, locked. Two first webhooks of one call meet here: the second finds the first one's row.</summary>
    /// <returns>False when the call exists already.</returns>
    public async Task<bool> AddAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, Guid id, string callSid, CallKey key, CallState state, byte[]? callerHash, DateTimeOffset now)
    {
        var added = await connection.ExecuteAsync(
            """
            insert into calls (id, call_sid, caller_kind, caller_hash, language, urgency, service, step, turn, state_sealed, started_at)
            values (@id, @callSid, @kind, @callerHash, @language, @urgency, @service, @step, -1, @state, @now)
            on conflict (call_sid) do nothing
            """,
            new
            {
                id,
                callSid,
                kind = Name(state.Caller.Kind),
                callerHash,
                language = Name(state.Language),
                urgency = (short)state.Urgency,
                service = Name(state.Service),
                step = Name(state.Step),
                state = CallSeals.SealState(key, id, state),
                now,
            },
            transaction) == 1;
        if (added)
            await keys.AddAsync(connection, transaction, id, key);
        return added;
    }

    public void SaveTurn(WriteBatch batch, Call call, CallState state, int turn, DateTimeOffset? queuedAt, DateTimeOffset? endedAt, string? endReason) =>
        batch.Add(
            """
            update calls set turn = @turn, state_sealed = @state, step = @step, language = @language, urgency = @urgency, service = @service,
                cannot_speak = @cannotSpeak, queued_at = @queuedAt, ended_at = coalesce(ended_at, @endedAt), end_reason = coalesce(end_reason, @endReason),
                menu_path = case when menu_path[array_upper(menu_path, 1)] = @step then menu_path else menu_path || @step end
            where id = @id
            """,
            ("id", call.Id),
            ("turn", turn),
            ("state", CallSeals.SealState(call.Key, call.Id, state)),
            ("step", Name(state.Step)),
            ("language", Name(state.Language)),
            ("urgency", (short)state.Urgency),
            ("service", Name(state.Service)),
            ("cannotSpeak", state.CannotSpeak),
            ("queuedAt", queuedAt),
            ("endedAt", endedAt),
            ("endReason", endReason));

    /// <summary>Nobody can find out any more that this number called.</summary>
    public void ForgetCaller(WriteBatch batch, Guid callId) =>
        batch.Add("update calls set caller_hash = null where id = @callId", ("callId", callId));

    public void SaveReply(WriteBatch batch, Call call, string requestKey, int turn, string reply, DateTimeOffset now) =>
        batch.Add(
            "insert into call_turns (call_id, request_key, turn, reply_sealed, answered_at) values (@id, @requestKey, @turn, @reply, @now)",
            ("id", call.Id),
            ("requestKey", requestKey),
            ("turn", turn),
            ("reply", call.Key.Seal(CallSeals.ReplyIdentity(call.Id, requestKey), reply)),
            ("now", now));

    public void AddEvent(WriteBatch batch, Guid callId, int turn, string name, string detail, DateTimeOffset now) =>
        batch.Add(
            "insert into call_events (call_id, turn, at, name, detail) values (@callId, @turn, @now, @name, @detail::jsonb)",
            ("callId", callId),
            ("turn", turn),
            ("now", now),
            ("name", name),
            ("detail", detail));

    /// <summary>The latest call from this number that was cut off while the caller waited or talked, if it ended after <paramref name="since"/>.</summary>
    public async Task<bool> WasCutOffAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, byte[] callerHash, DateTimeOffset since) =>
        await connection.ExecuteScalarAsync<bool>(
            """
            select coalesce((
                select end_reason = 'cut-off' from calls
                where caller_hash = @callerHash and ended_at >= @since
                order by ended_at desc limit 1), false)
            """,
            new { callerHash, since },
            transaction);

    /// <summary>The way through the menus so far, and how long the call lasted, once it is over.</summary>
    public async Task<(IReadOnlyList<string> MenuPath, TimeSpan? Duration)> CourseOfAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid callId)
    {
        var row = await connection.QuerySingleAsync<CourseRow>(
            "select menu_path, started_at, ended_at from calls where id = @callId", new { callId }, transaction);
        return (row.MenuPath, row.EndedAt - row.StartedAt);
    }

    /// <summary>The carrier's name of a call, and whether it is over.</summary>
    public async Task<(string CallSid, bool Ended)> SidOfAsync(NpgsqlConnection connection, Guid callId)
    {
        var row = await connection.QuerySingleAsync<SidRow>("select call_sid, ended_at from calls where id = @callId", new { callId });
        return (row.CallSid, row.EndedAt is not null);
    }

    /// <summary>The call that a message belongs to, locked against its own turns. Null when it was never seen, or every trace was destroyed.</summary>
    public async Task<OpenCall?> LockForMessageAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, string callSid) =>
        await connection.QuerySingleOrDefaultAsync<OpenCall>(
            """
            select c.id, c.ended_at is not null as ended from calls c
            join call_keys k on k.call_id = c.id and k.wrapped is not null
            where c.call_sid = @callSid for update of c
            """,
            new { callSid },
            transaction);

    /// <summary>Calls that look open although nothing was heard for long: the carrier is asked about them.</summary>
    public async Task<IReadOnlyList<string>> OpenSinceAsync(NpgsqlConnection connection, DateTimeOffset before, int most) =>
        (await connection.QueryAsync<string>(
            "select call_sid from calls where ended_at is null and started_at < @before order by started_at limit @most",
            new { before, most })).AsList();

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString();

    private sealed class CourseRow
    {
        public string[] MenuPath { get; init; } = [];

        public DateTimeOffset StartedAt { get; init; }

        public DateTimeOffset? EndedAt { get; init; }
    }

    private sealed class SidRow
    {
        public required string CallSid { get; init; }

        public DateTimeOffset? EndedAt { get; init; }
    }

    private sealed class CallRow
    {
        public Guid Id { get; init; }

        public int Turn { get; init; }

        public required byte[] StateSealed { get; init; }

        public DateTimeOffset StartedAt { get; init; }

        public DateTimeOffset? QueuedAt { get; init; }

        public DateTimeOffset? EndedAt { get; init; }

        public required byte[] Wrapped { get; init; }

        public byte[]? ReplySealed { get; init; }
    }
}

/// <param name="Replay">The answer that this request already got.</param>
public sealed record LockedCall(Call Call, string? Replay);

public sealed class OpenCall
{
    public Guid Id { get; init; }

    public bool Ended { get; init; }
}
