using System.Collections.Immutable;
using Dapper;
using Hotline.CallFlow.Routing;
using Npgsql;

namespace Hotline.Web.Queue;

/// <summary>Who was asked for whom, and the legs by which they were asked. Stages are changed through <see cref="OfferRules"/> alone, under the lock of the wait.</summary>
public sealed class OfferStore
{
    /// <summary>A leg that should be gone is told so again after this.</summary>
    private static readonly TimeSpan Insist = TimeSpan.FromSeconds(10);

    /// <summary>A leg that the carrier never named has ended by itself this long after its offer.</summary>
    private static readonly TimeSpan NeverNamed = TimeSpan.FromSeconds(20);

    /// <returns>False when that counselor was asked elsewhere in the same moment.</returns>
    public async Task<bool> AddAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid id, NewOffer offer, DateTimeOffset now, TimeSpan lease) =>
        await connection.ExecuteAsync(
            """
            insert into offers (id, wait_id, counselor_id, stage, offered_at, expires_at)
            values (@id, @WaitingId, @CounselorId, 'Offered', @now, @expires) on conflict do nothing
            """,
            new { id, offer.WaitingId, offer.CounselorId, now, expires = now + lease },
            transaction) == 1;

    public async Task<OfferRow?> FindAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid id) =>
        await connection.QuerySingleOrDefaultAsync<OfferRow>(Select + " where id = @id", new { id }, transaction);

    public async Task<IReadOnlyList<OfferRow>> OfWaitsAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid[] waits) =>
        (await connection.QueryAsync<OfferRow>(Select + " where wait_id = any(@waits)", new { waits }, transaction)).AsList();

    /// <summary>All whose legs are up, as far as we know.</summary>
    public async Task<IReadOnlyList<OfferRow>> UnclosedAsync(NpgsqlConnection connection, NpgsqlTransaction transaction) =>
        (await connection.QueryAsync<OfferRow>(Select + " where closed_at is null", transaction: transaction)).AsList();

    /// <summary>One event for one offer, with what it means for the others of the same wait. The wait is locked.</summary>
    public async Task<OfferStage> ApplyAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, Guid waitId, Guid offerId, OfferEvent happened, DateTimeOffset now)
    {
        var before = (await OfWaitsAsync(connection, transaction, [waitId])).Select(row => row.Offer).ToImmutableArray();
        var after = OfferRules.Apply(before, offerId, happened, now);
        await SaveAsync(connection, transaction, before, after);
        return after.Single(offer => offer.Id == offerId).Stage;
    }

    /// <summary>The caller is gone: whoever is being asked, or has accepted, is released.</summary>
    public async Task WithdrawAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid waitId, DateTimeOffset now)
    {
        var before = (await OfWaitsAsync(connection, transaction, [waitId])).Select(row => row.Offer).ToImmutableArray();
        var after = before.Aggregate(before, (offers, offer) => OfferRules.Apply(offers, offer.Id, OfferEvent.CallerGone, now));
        await SaveAsync(connection, transaction, before, after);
    }

    /// <summary>Ends the offers whose time is up, but for those that are being answered at this moment.</summary>
    public async Task ExpireAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, DateTimeOffset now)
    {
        var due = await connection.QueryAsync<OfferRow>(
            """
            select o.id, o.wait_id, o.counselor_id, o.stage, o.offered_at, o.expires_at, o.leg_sid, o.answered_at, o.ended_at, o.closed_at
            from waits w join offers o on o.wait_id = w.id
            where o.stage in ('Offered', 'Ringing') and o.expires_at <= @now for no key update of w skip locked
            """,
            new { now },
            transaction);
        foreach (var offer in due.AsList())
            await ApplyAsync(connection, transaction, offer.WaitId, offer.Id, OfferEvent.TimeIsUp, now);
        await connection.ExecuteAsync(
            "update offers set closed_at = @now where closed_at is null and leg_sid is null and stage not in ('Offered', 'Ringing') and expires_at < @before",
            new { now, before = now - NeverNamed },
            transaction);
    }

    /// <summary>The carrier named the leg.</summary>
    public async Task NameLegAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, Guid id, string legSid) =>
        await connection.ExecuteAsync("update offers set leg_sid = @legSid where id = @id and leg_sid is null", new { id, legSid }, transaction);

    /// <summary>Somebody or something picked up: from now on there is time to press 1, counted once.</summary>
    public async Task AnsweredAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid id, DateTimeOffset now, TimeSpan lease) =>
        await connection.ExecuteAsync(
            "update offers set answered_at = @now, expires_at = @expires where id = @id and answered_at is null",
            new { id, now, expires = now + lease },
            transaction);

    /// <summary>The leg hears its goodbye and ends by itself.</summary>
    public async Task DismissAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid id, DateTimeOffset now) =>
        await connection.ExecuteAsync("update offers set dismissed_at = @now where id = @id", new { id, now }, transaction);

    public async Task CloseAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid id, DateTimeOffset now) =>
        await connection.ExecuteAsync("update offers set closed_at = coalesce(closed_at, @now) where id = @id", new { id, now }, transaction);

    /// <summary>Legs that are up although nothing is wanted of them. Each is handed out once per while, to one node.</summary>
    public async Task<IReadOnlyList<OfferRow>> ClaimDismissalsAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, DateTimeOffset now) =>
        (await connection.QueryAsync<OfferRow>(
            """
            update offers o set dismissed_at = @now
            where o.closed_at is null and o.leg_sid is not null and (o.dismissed_at is null or o.dismissed_at < @insist)
              and (o.stage not in ('Offered', 'Ringing', 'Accepted', 'Connected')
                   or o.stage in ('Accepted', 'Connected') and exists (select from talks t where t.offer_id = o.id and t.ended_at < @ended))
            returning o.id, o.wait_id, o.counselor_id, o.stage, o.offered_at, o.expires_at, o.leg_sid, o.answered_at, o.ended_at, o.closed_at
            """,
            // A conference that ends lets both go by itself; this is for when it does not.
            new { now, insist = now - Insist, ended = now - TimeSpan.FromSeconds(3) },
            transaction)).AsList();

    private static async Task SaveAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, ImmutableArray<Offer> before, ImmutableArray<Offer> after)
    {
        foreach (var offer in after.Except(before))
        {
            await connection.ExecuteAsync(
                "update offers set stage = @stage, ended_at = @EndedAt where id = @Id", new { offer.Id, stage = offer.Stage.ToString(), offer.EndedAt }, transaction);
        }
    }

    private const string Select = "select id, wait_id, counselor_id, stage, offered_at, expires_at, leg_sid, answered_at, ended_at, closed_at from offers";
}

/// <summary>An offer and its leg.</summary>
public sealed class OfferRow
{
    public Guid Id { get; init; }

    public Guid WaitId { get; init; }

    public Guid CounselorId { get; init; }

    public required string Stage { get; init; }

    public DateTimeOffset OfferedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public string? LegSid { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public OfferStage StageNow => Enum.Parse<OfferStage>(Stage);

    public Offer Offer => new(Id, CounselorId, OfferedAt, StageNow, EndedAt);
}
