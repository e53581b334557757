using Hotline.CallFlow;
using Hotline.CallFlow.Routing;
using Hotline.Web.Calls;
using Hotline.Web.Hosting;
using Npgsql;

namespace Hotline.Web.Queue;

/// <summary>Keeps the line in step with what callers do, inside their turns: whoever leaves the line releases all who were asked, in the same transaction.</summary>
public sealed class CallersInLine(WaitStore waits, OfferStore offers, TalkStore talks, RoutingSignal signal, IIdSource ids)
{
    /// <summary>About as long as the sentence that tells of the lost counselor: who has said all there was hangs up meanwhile, and nobody is rung in vain.</summary>
    private static readonly TimeSpan AfterLoss = TimeSpan.FromSeconds(6);

    /// <summary>The commit is done: look at the line.</summary>
    public void Wake() => signal.Raise();

    public async Task FollowAsync(Call before, Turn turn, NpgsqlConnection connection, NpgsqlTransaction transaction, DateTimeOffset now)
    {
        var state = turn.State;
        var waitsNow = state is { InQueue: true, Step: StepName.Waiting, Over: false };
        if (waitsNow && turn.Events.OfType<CallEvent.QueueEntered>().LastOrDefault() is { } entered)
        {
            var ready = before.State.InQueue ? now + AfterLoss : now;
            var wait = new NewWait(ids.NewId(), before.Id, before.CallSid, state.Urgency, state.Language, before.QueuedAt ?? now, ready, entered.AfterCutOff);
            await waits.EnterAsync(connection, transaction, wait, now);
            await talks.ReleaseAsync(connection, transaction, before.Id, now);
        }
        else if (waitsNow)
        {
            await waits.SeeAsync(connection, transaction, before.Id, state.Urgency, state.Language, now);
        }
        else if (before.State.InQueue)
        {
            await LeaveAsync(before.Id, ReasonOf(turn), connection, transaction, now);
        }
    }

    /// <summary>The talk that this caller belongs into. The stay in line is locked, so nobody accepts while the turn decides.</summary>
    public async Task<Guid?> TalkOfAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid callId) =>
        await waits.LockOfCallAsync(connection, transaction, callId) is { IsTaken: true } wait
            ? (await talks.LiveOfWaitAsync(connection, transaction, wait.Id))?.Id
            : null;

    /// <summary>The caller is being led into the talk.</summary>
    public async Task JoinAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid callId, Guid talkId, DateTimeOffset now)
    {
        await talks.ReleaseAsync(connection, transaction, callId, now);
        await talks.CallerJoinsAsync(connection, transaction, talkId, now);
    }

    /// <param name="waited">Since the caller first came into the line.</param>
    /// <param name="limit">The longest stay after which another way is offered.</param>
    public async Task<QueueFacts?> PlaceAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, Guid callId, TimeSpan waited, TimeSpan limit, DateTimeOffset now)
    {
        if (await waits.LockOfCallAsync(connection, transaction, callId) is not { } wait)
            return null;
        var ahead = await waits.AheadOfAsync(connection, transaction, wait);
        var estimate = Estimate.Wait(await talks.ConnectedSinceAsync(connection, transaction, now - Estimate.Window), ahead, now);
        if (estimate is { } told)
        {
            // A wait that has become longer than was said is not told at all: neither a broken promise nor a false one.
            estimate = wait.ToldSeconds is { } least && Math.Ceiling(told.TotalMinutes) > Math.Ceiling(least / 60d) ? null : told;
            await waits.TellAsync(connection, transaction, wait.Id, (int)told.TotalSeconds);
        }

        return new QueueFacts(ahead, waited, estimate, LimitReached: now - wait.ReadySince >= limit);
    }

    private async Task LeaveAsync(Guid callId, string reason, NpgsqlConnection connection, NpgsqlTransaction transaction, DateTimeOffset now)
    {
        if (await waits.LockOfCallAsync(connection, transaction, callId) is { } wait)
        {
            await offers.WithdrawAsync(connection, transaction, wait.Id, now);
            if (await talks.LiveOfWaitAsync(connection, transaction, wait.Id) is { } talk)
                await talks.EndAsync(connection, transaction, talk.Id, TalkRow.CallerGone, now);
            await waits.EndAsync(connection, transaction, wait.Id, reason, now);
        }

        await talks.ReleaseAsync(connection, transaction, callId, now);
    }

    private static string ReasonOf(Turn turn) => turn.Events.OfType<CallEvent.QueueLeft>().LastOrDefault()?.Exit switch
    {
        QueueExit.Served => "served",
        QueueExit.HungUp => "hung-up",
        QueueExit.Failed => "failed",
        _ => "left",
    };
}
