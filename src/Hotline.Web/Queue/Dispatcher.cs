using System.Collections.Concurrent;
using Dapper;
using Hotline.CallFlow.Routing;
using Hotline.Web.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Hotline.Web.Queue;

/// <summary>
/// Looks at the line whenever something changed and each second. One look at a time in all nodes: what it decides is committed first,
/// and only then is the carrier asked. Whatever a dead node left undone, the next look of any node finds.
/// </summary>
public sealed class Dispatcher(
    NpgsqlDataSource database, RoutingFacts facts, WaitStore waits, OfferStore offers, TalkStore talks, LegCalls legs, CarrierCheck carrier,
    RoutingSignal signal, IIdSource ids, IOptions<RoutingOptions> options, TimeProvider time, ILogger<Dispatcher> log) : BackgroundService
{
    private const long OneLookAtATime = 0x686f746c696e65;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim looking = new(1, 1);
    private readonly ConcurrentDictionary<Task, bool> asking = new();

    /// <summary>One look, and what follows from it begun.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        await looking.WaitAsync(cancellation);
        try
        {
            var look = await DecideAsync(cancellation);
            foreach (var (offer, counselor) in look.Rings)
                Begin(() => legs.RingAsync(offer, counselor, CancellationToken.None));
            foreach (var offer in look.Dismissals)
                Begin(() => legs.DismissAsync(offer, CancellationToken.None));
            foreach (var move in look.Moves)
                Begin(() => legs.LeadAsync(move, CancellationToken.None));
            foreach (var callSid in look.Unheard)
                Begin(() => carrier.OfCallerAsync(callSid, CancellationToken.None));
            foreach (var talk in look.Long)
                Begin(() => carrier.OfTalkAsync(talk, CancellationToken.None));
        }
        finally
        {
            looking.Release();
        }
    }

    /// <summary>Until the carrier has answered all that it was asked.</summary>
    public Task SettleAsync() => Task.WhenAll(asking.Keys);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await SettleAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public override void Dispose()
    {
        looking.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.LogError("A look at the line failed, the next one follows: {Exception}", exception.GetType().FullName);
            }

            await signal.WaitAsync(Pause, time, stoppingToken);
        }
    }

    private async Task<Look> DecideAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync("select pg_advisory_xact_lock(@key)", new { key = OneLookAtATime }, transaction);
        await offers.ExpireAsync(connection, transaction, now);
        var look = new Look(
            await OfferAsync(connection, transaction, now),
            await offers.ClaimDismissalsAsync(connection, transaction, now),
            await talks.ClaimMovesAsync(connection, transaction, now),
            await waits.ClaimUnheardAsync(connection, transaction, now - CarrierCheck.Unheard, now),
            await talks.ClaimLongAsync(connection, transaction, now - CarrierCheck.TalkCheck, now));
        await transaction.CommitAsync(cancellation);
        return look;
    }

    private async Task<IReadOnlyList<(Guid Offer, Guid Counselor)>> OfferAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, DateTimeOffset now)
    {
        var (line, counselors) = await facts.ReadAsync(connection, transaction, now);
        if (line.Count == 0)
            return [];
        var matching = Router.Match(line, counselors, options.Value.Rules, now);
        var waiting = await waits.LockWaitingAsync(connection, transaction, [.. matching.Offers.Select(offer => offer.WaitingId)]);
        var made = new List<(Guid, Guid)>();
        foreach (var offer in matching.Offers.Where(offer => waiting.Contains(offer.WaitingId)))
        {
            var id = ids.NewId();
            if (await offers.AddAsync(connection, transaction, id, offer, now, options.Value.Answer))
                made.Add((id, offer.CounselorId));
        }

        return made;
    }

    private void Begin(Func<Task> ask)
    {
        var work = GuardAsync(ask);
        asking.TryAdd(work, true);
        _ = work.ContinueWith(done => asking.TryRemove(done, out var _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task GuardAsync(Func<Task> ask)
    {
        try
        {
            await ask();
        }
        catch (Exception exception)
        {
            log.LogError("Something after a look at the line failed, a later look makes it good: {Exception}", exception.GetType().FullName);
        }
    }

    private sealed record Look(
        IReadOnlyList<(Guid Offer, Guid Counselor)> Rings, IReadOnlyList<OfferRow> Dismissals, IReadOnlyList<CallerMove> Moves, IReadOnlyList<string> Unheard,
        IReadOnlyList<LiveTalk> Long);
}
