using Dapper;
using Hotline.CallFlow.Routing;
using Npgsql;

namespace Hotline.Web.Queue;

/// <summary>Who talked with whom. A talk ends once; whatever is told of it later changes nothing but what was not known yet.</summary>
public sealed class TalkStore
{
    /// <summary>A caller who did not come is asked for again after this.</summary>
    private static readonly TimeSpan Insist = TimeSpan.FromSeconds(4);

    public async Task AddAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid id, WaitRow wait, OfferRow offer, DateTimeOffset now) =>
        await connection.ExecuteAsync(
            """
            insert into talks (id, wait_id, offer_id, call_id, call_sid, callback_id, counselor_id, urgency, accepted_at, checked_at)
            values (@id, @waitId, @offerId, @CallId, @CallSid, @CallbackId, @CounselorId, @Urgency, @now, @now)
            """,
            new { id, waitId = wait.Id, offerId = offer.Id, wait.CallId, wait.CallSid, wait.CallbackId, offer.CounselorId, wait.Urgency, now },
            transaction);

    public async Task<TalkRow?> FindAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, Guid id) =>
        await connection.QuerySingleOrDefaultAsync<TalkRow>(Select + " where t.id = @id", new { id }, transaction);

    public async Task<TalkRow?> OfOfferAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid offerId) =>
        await connection.QuerySingleOrDefaultAsync<TalkRow>(Select + " where t.offer_id = @offerId", new { offerId }, transaction);

    public async Task<TalkRow?> LiveOfWaitAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid waitId) =>
        await connection.QuerySingleOrDefaultAsync<TalkRow>(Select + " where t.wait_id = @waitId and t.ended_at is null", new { waitId }, transaction);

    public async Task CallerJoinsAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid id, DateTimeOffset now) =>
        await connection.ExecuteAsync("update talks set caller_joined_at = coalesce(caller_joined_at, @now) where id = @id", new { id, now }, transaction);

    /// <summary>They hear each other; true even if the news comes after the end.</summary>
    public async Task ConnectAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid id, DateTimeOffset at) =>
        await connection.ExecuteAsync(
            "update talks set connected_at = coalesce(connected_at, least(@at, ended_at)) where id = @id", new { id, at }, transaction);

    public async Task EndAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid id, string reason, DateTimeOffset now) =>
        await connection.ExecuteAsync(
            "update talks set ended_at = @now, end_reason = @reason where id = @id and ended_at is null", new { id, reason, now }, transaction);

    /// <summary>The caller went on from every talk that is over.</summary>
    public async Task ReleaseAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid callId, DateTimeOffset now) =>
        await connection.ExecuteAsync(
            "update talks set released_at = @now where call_id = @callId and ended_at is not null and released_at is null", new { callId, now }, transaction);

    /// <summary>Callers who are to be brought into a talk, or out of one that is over. Each is handed out once per while, to one node.</summary>
    public async Task<IReadOnlyList<CallerMove>> ClaimMovesAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, DateTimeOffset now) =>
        (await connection.QueryAsync<CallerMove>(
            """
            update talks set caller_asked_at = @now
            where call_sid is not null and released_at is null and (caller_asked_at is null or caller_asked_at < @insist)
              and (ended_at is null and caller_joined_at is null or ended_at < @left and caller_joined_at is not null)
            returning id as talk_id, call_sid
            """,
            new { now, insist = now - Insist, left = now - TimeSpan.FromSeconds(2) },
            transaction)).AsList();

    /// <summary>When callers were connected lately.</summary>
    public async Task<IReadOnlyList<DateTimeOffset>> ConnectedSinceAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, DateTimeOffset since) =>
        (await connection.QueryAsync<DateTime>("select connected_at from talks where connected_at > @since and call_id is not null", new { since }, transaction))
            .Select(at => new DateTimeOffset(at, TimeSpan.Zero)).ToList();

    /// <summary>The latest talks of each counselor that really were talks, the newest first.</summary>
    public async Task<ILookup<Guid, TakenTalk>> LatestAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, DateTimeOffset since, int most) =>
        (await connection.QueryAsync<TakenTalk>(
            """
            select counselor_id, urgency, connected_at, ended_at, wrap_up_until from (
                select *, row_number() over (partition by counselor_id order by ended_at desc) as place
                from talks where ended_at > @since and connected_at is not null) latest
            where place <= @most order by ended_at desc
            """,
            new { since, most },
            transaction)).ToLookup(talk => talk.CounselorId);

    /// <summary>Talks that last: the carrier is asked about each now and then, because its news can get lost.</summary>
    public async Task<IReadOnlyList<LiveTalk>> ClaimLongAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, DateTimeOffset before, DateTimeOffset now) =>
        (await connection.QueryAsync<LiveTalk>(
            """
            update talks t set checked_at = @now from offers o
            where o.id = t.offer_id and t.checked_at < @before and (t.ended_at is null or o.closed_at is null)
            returning o.id as offer_id, o.leg_sid, case when t.released_at is null then t.call_sid end as call_sid
            """,
            new { before, now },
            transaction)).AsList();

    private const string Select =
        """
        select t.id, t.wait_id, t.offer_id, t.call_id, t.callback_id, t.counselor_id, t.accepted_at, t.caller_joined_at, t.connected_at, t.ended_at, t.end_reason
        from talks t
        """;
}

public sealed class TalkRow
{
    public const string CallerGone = "caller-gone";
    public const string CounselorGone = "counselor-gone";
    public const string Finished = "finished";

    public Guid Id { get; init; }

    public Guid WaitId { get; init; }

    public Guid OfferId { get; init; }

    public Guid? CallId { get; init; }

    public Guid? CallbackId { get; init; }

    public Guid CounselorId { get; init; }

    public DateTimeOffset AcceptedAt { get; init; }

    public DateTimeOffset? CallerJoinedAt { get; init; }

    public DateTimeOffset? ConnectedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public string? EndReason { get; init; }

    public bool IsLive => EndedAt is null;
}

/// <summary>A caller whose call has to be led to its talk's address.</summary>
public sealed class CallerMove
{
    public Guid TalkId { get; init; }

    public required string CallSid { get; init; }
}

public sealed class LiveTalk
{
    public Guid OfferId { get; init; }

    public string? LegSid { get; init; }

    public string? CallSid { get; init; }
}

public sealed class TakenTalk
{
    public Guid CounselorId { get; init; }

    public short Urgency { get; init; }

    public DateTimeOffset ConnectedAt { get; init; }

    public DateTimeOffset EndedAt { get; init; }

    public DateTimeOffset? WrapUpUntil { get; init; }

    public TakenCall Call => new((CallFlow.Urgency)Urgency, ConnectedAt, EndedAt);
}
