using Dapper;
using Hotline.CallFlow;
using Hotline.CallFlow.Routing;
using Npgsql;

namespace Hotline.Web.Queue;

/// <summary>The line: one row for each stay of a caller, or of a due callback.</summary>
public sealed class WaitStore
{
    /// <summary>A caller comes into the line, or comes back to it after a counselor was lost. One who is in it stays where they are.</summary>
    public async Task EnterAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, NewWait wait, DateTimeOffset now)
    {
        await connection.ExecuteAsync(
            "update waits set state = 'over', ended_at = @now, end_reason = 'returned' where call_id = @CallId and state = 'taken'",
            new { wait.CallId, now },
            transaction);
        await connection.ExecuteAsync(
            """
            insert into waits (id, call_id, call_sid, urgency, language, arrived_at, ready_since, at_head, state, seen_at)
            values (@Id, @CallId, @CallSid, @urgency, @language, @ArrivedAt, @ReadySince, @AtHead, 'waiting', @now)
            on conflict do nothing
            """,
            new { wait.Id, wait.CallId, wait.CallSid, urgency = (short)wait.Urgency, language = wait.Language.ToString(), wait.ArrivedAt, wait.ReadySince, wait.AtHead, now },
            transaction);
    }

    /// <summary>The caller was heard of, and may have become more urgent or changed the language.</summary>
    public async Task SeeAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid callId, Urgency urgency, Language language, DateTimeOffset now) =>
        await connection.ExecuteAsync(
            "update waits set seen_at = @now, urgency = least(urgency, @urgency), language = @language where call_id = @callId and state <> 'over'",
            new { callId, urgency = (short)urgency, language = language.ToString(), now },
            transaction);

    /// <summary>Locks the stay of this caller for the rest of the transaction, so that nobody accepts it meanwhile. Null: not in the line.</summary>
    public async Task<WaitRow?> LockOfCallAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid callId) =>
        await connection.QuerySingleOrDefaultAsync<WaitRow>(
            Select + " where call_id = @callId and state <> 'over' for no key update", new { callId }, transaction);

    public async Task<WaitRow?> LockOfOfferAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid offerId) =>
        await connection.QuerySingleOrDefaultAsync<WaitRow>(
            Select + " where id = (select wait_id from offers where id = @offerId) for no key update", new { offerId }, transaction);

    /// <summary>Locks those of these that still wait. One that is being changed at this moment is left out.</summary>
    public async Task<HashSet<Guid>> LockWaitingAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid[] ids) =>
        [.. await connection.QueryAsync<Guid>(
            "select id from waits where id = any(@ids) and state = 'waiting' for no key update skip locked", new { ids }, transaction)];

    public async Task<IReadOnlyList<WaitRow>> OpenAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, DateTimeOffset now) =>
        (await connection.QueryAsync<WaitRow>(Select + " where state <> 'over' and ready_since <= @now", new { now }, transaction)).AsList();

    public async Task TakeAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid id) =>
        await connection.ExecuteAsync("update waits set state = 'taken' where id = @id and state = 'waiting'", new { id }, transaction);

    /// <summary>Whoever took it is gone before the two were connected: to the head of the line, where it was.</summary>
    public async Task ReturnAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid id) =>
        await connection.ExecuteAsync("update waits set state = 'waiting', at_head = true where id = @id and state = 'taken'", new { id }, transaction);

    public async Task EndAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid id, string reason, DateTimeOffset now) =>
        await connection.ExecuteAsync(
            "update waits set state = 'over', ended_at = @now, end_reason = @reason where id = @id and state <> 'over'", new { id, reason, now }, transaction);

    /// <summary>Those who are served before this one: the order of <see cref="WaitingOrder"/>.</summary>
    public async Task<int> AheadOfAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, WaitRow mine) =>
        await connection.ExecuteScalarAsync<int>(
            """
            select count(*)::int from waits
            where id <> @Id and state = 'waiting'
              and (urgency, not at_head, arrived_at, callback_id is not null, id) < (@urgency, @later, @ArrivedAt, false, @Id)
            """,
            new { mine.Id, urgency = (short)mine.Urgency, later = !mine.AtHead, mine.ArrivedAt },
            transaction);

    public async Task TellAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid id, int seconds) =>
        await connection.ExecuteAsync("update waits set told_seconds = least(told_seconds, @seconds) where id = @id", new { id, seconds }, transaction);

    /// <summary>Callers in the line of whom nothing was heard for long: the carrier is asked about them. Each is handed out once per while.</summary>
    public async Task<IReadOnlyList<string>> ClaimUnheardAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, DateTimeOffset before, DateTimeOffset now) =>
        (await connection.QueryAsync<string>(
            """
            update waits set seen_at = @now
            where id in (select id from waits where call_id is not null and state <> 'over' and seen_at < @before for no key update skip locked limit 50)
            returning call_sid
            """,
            new { before, now },
            transaction)).AsList();

    private const string Select =
        "select id, call_id, call_sid, callback_id, urgency, language, arrived_at, ready_since, at_head, state, told_seconds from waits";
}

/// <param name="ArrivedAt">The place in line.</param>
/// <param name="ReadySince">Offered to nobody before.</param>
public sealed record NewWait(Guid Id, Guid CallId, string CallSid, Urgency Urgency, Language Language, DateTimeOffset ArrivedAt, DateTimeOffset ReadySince, bool AtHead);

/// <summary>One stay in the line, by a caller or by a callback.</summary>
public sealed class WaitRow
{
    public Guid Id { get; init; }

    public Guid? CallId { get; init; }

    public string? CallSid { get; init; }

    public Guid? CallbackId { get; init; }

    public short Urgency { get; init; }

    public required string Language { get; init; }

    public DateTimeOffset ArrivedAt { get; init; }

    public DateTimeOffset ReadySince { get; init; }

    public bool AtHead { get; init; }

    public required string State { get; init; }

    public int? ToldSeconds { get; init; }

    public bool IsWaiting => string.Equals(State, "waiting", StringComparison.Ordinal);

    public bool IsTaken => string.Equals(State, "taken", StringComparison.Ordinal);

    public bool IsOver => string.Equals(State, "over", StringComparison.Ordinal);

    public Waiting With(IEnumerable<Offer> offers) => new()
    {
        Id = Id,
        Kind = CallId is null ? WaitingKind.Callback : WaitingKind.LiveCaller,
        Urgency = (Urgency)Urgency,
        ArrivedAt = ArrivedAt,
        ReadySince = ReadySince,
        Language = Enum.Parse<Language>(Language),
        AtHead = AtHead,
        Offers = [.. offers],
    };
}
