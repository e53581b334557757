using Dapper;
using Hotline.Web.Hosting;
using Hotline.Web.Postgres;
using Npgsql;

namespace Hotline.Web.FollowUps;

/// <summary>The outbox: asked for inside the turn's transaction, claimed under a lease, done once in effect.</summary>
public sealed class FollowUpStore(NpgsqlDataSource database, IIdSource ids, TimeProvider time)
{
    /// <summary>How long a claimed piece of work belongs to the claimer: longer than it can take, and no longer, because a dead node's work waits for it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>A transcription may try two services, each with its own repetitions.</summary>
    public static readonly TimeSpan SpeechLease = TimeSpan.FromMinutes(10);

    private const string Insert =
        """
        insert into follow_ups (id, call_id, kind, subject, due_at, created_at)
        values (@id, @callId, @kind, @subject, @dueAt, @now)
        on conflict (call_id, kind, subject) do update
        set due_at = case when follow_ups.attempts = 0 or @reopen then least(follow_ups.due_at, excluded.due_at) else follow_ups.due_at end,
            done_at = case when @reopen then null else follow_ups.done_at end,
            gave_up_at = case when @reopen then null else follow_ups.gave_up_at end,
            created_at = case when @reopen and follow_ups.gave_up_at is not null then excluded.created_at else follow_ups.created_at end
        """;

    /// <summary>Asks for work. Asked for again while it is still to be done, the earlier time counts.</summary>
    /// <param name="reopen">Do it once more even if it was done: it looks at the world anew each time.</param>
    public void Add(WriteBatch batch, Guid callId, FollowUpKind kind, string subject, DateTimeOffset dueAt, bool reopen = false) =>
        batch.Add(
            Insert,
            ("id", ids.NewId()),
            ("callId", callId),
            ("kind", kind.ToString()),
            ("subject", subject),
            ("dueAt", dueAt),
            ("now", time.GetUtcNow()),
            ("reopen", reopen));

    /// <summary>Claims what is due. A claim that is not kept within its lease lapses, so a dead node loses nothing.</summary>
    public async Task<IReadOnlyList<FollowUp>> ClaimDueAsync(int most, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<FollowUpRow>(
            """
            update follow_ups set attempts = attempts + 1, lease_until = case when kind = @speech then @speechLease else @lease end
            where id in (
                select id from follow_ups
                where done_at is null and gave_up_at is null and due_at <= @now and (lease_until is null or lease_until <= @now)
                order by due_at, id for update skip locked limit @most)
            returning id, call_id, kind, subject, attempts, created_at
            """,
            new { now, lease = now + Lease, speech = nameof(FollowUpKind.TranscribeMessage), speechLease = now + SpeechLease, most });
        return [.. rows.Select(r => r.ToFollowUp())];
    }

    public async Task<bool> IsAnyDueAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            """
            select exists (
                select 1 from follow_ups
                where done_at is null and gave_up_at is null and due_at <= @now and (lease_until is null or lease_until <= @now))
            """,
            new { now = time.GetUtcNow() },
            cancellationToken: cancellation));
    }

    /// <returns>Null when the claim lapsed or the work is done: somebody else has it, or nobody needs to.</returns>
    public async Task<FollowUp?> FindClaimedAsync(Guid id, int attempt, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<FollowUpRow>(
            """
            select id, call_id, kind, subject, attempts, created_at from follow_ups
            where id = @id and attempts = @attempt and done_at is null and gave_up_at is null and lease_until is not null
            """,
            new { id, attempt });
        return row?.ToFollowUp();
    }

    public Task FinishAsync(FollowUp work, CancellationToken cancellation) =>
        UpdateAsync("done_at = @now, lease_until = null, last_error = null", work, new { work.Id, work.Attempt, now = time.GetUtcNow() }, cancellation);

    public Task PostponeAsync(FollowUp work, TimeSpan wait, string why, CancellationToken cancellation) =>
        UpdateAsync("due_at = @due, lease_until = null, last_error = @why", work, new { work.Id, work.Attempt, due = time.GetUtcNow() + wait, why }, cancellation);

    public Task GiveUpAsync(FollowUp work, string why, CancellationToken cancellation) =>
        UpdateAsync("gave_up_at = @now, lease_until = null, last_error = @why", work, new { work.Id, work.Attempt, now = time.GetUtcNow(), why }, cancellation);

    // A finished attempt that has lost its claim says nothing: the newer claimer's word counts.
    private async Task UpdateAsync(string set, FollowUp work, object parameters, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(
            new CommandDefinition($"update follow_ups set {set} where id = @Id and attempts = @Attempt and done_at is null", parameters, cancellationToken: cancellation));
    }

    private sealed class FollowUpRow
    {
        public Guid Id { get; init; }

        public Guid CallId { get; init; }

        public required string Kind { get; init; }

        public required string Subject { get; init; }

        public int Attempts { get; init; }

        public DateTimeOffset CreatedAt { get; init; }

        public FollowUp ToFollowUp() => new(Id, CallId, Enum.Parse<FollowUpKind>(Kind), Subject, Attempts, CreatedAt);
    }
}
