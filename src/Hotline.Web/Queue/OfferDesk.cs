using Hotline.CallFlow.Routing;
using Hotline.Twilio.Webhooks;
using Hotline.Web.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Hotline.Web.Queue;

/// <summary>What happens on a counselor's leg, each as one transaction under the lock of the wait. News that comes late, twice or in another order changes nothing.</summary>
public sealed class OfferDesk(
    NpgsqlDataSource database, WaitStore waits, OfferStore offers, TalkStore talks, RoutingSignal signal, IIdSource ids, IOptions<RoutingOptions> options, TimeProvider time)
{
    /// <summary>Somebody, or a mailbox, picked up.</summary>
    public Task<LegTurn> AnsweredAsync(Guid offerId, string legSid, CancellationToken cancellation) => ChangeAsync(offerId, legSid, async (desk, wait, _) =>
    {
        await offers.AnsweredAsync(desk.Connection, desk.Transaction, offerId, desk.Now, options.Value.Answer);
        return await TurnAsync(desk, wait, offerId, await offers.ApplyAsync(desk.Connection, desk.Transaction, wait.Id, offerId, OfferEvent.LegRings, desk.Now));
    }, cancellation);

    /// <summary>1 accepts, 2 declines, another key is asked again, and silence is a refusal: a voicemail presses nothing.</summary>
    public Task<LegTurn> PressedAsync(Guid offerId, string legSid, string? key, CancellationToken cancellation) => ChangeAsync(offerId, legSid, async (desk, wait, before) =>
    {
        OfferEvent? happened = key switch { "1" => OfferEvent.PressedAccept, "2" => OfferEvent.PressedDecline, null or "" => OfferEvent.TimeIsUp, _ => null };
        if (happened is null)
            return await TurnAsync(desk, wait, offerId, before.StageNow);
        var stage = await offers.ApplyAsync(desk.Connection, desk.Transaction, wait.Id, offerId, happened.Value, desk.Now);
        if (stage == OfferStage.Accepted && before.StageNow.IsLive())
        {
            await talks.AddAsync(desk.Connection, desk.Transaction, ids.NewId(), wait, before, desk.Now);
            await waits.TakeAsync(desk.Connection, desk.Transaction, wait.Id);
        }

        var turn = await TurnAsync(desk, wait, offerId, stage);
        // A person who presses too late is told; a mailbox, which presses nothing, is not.
        return turn is LegTurn.Part { Prompt: null } && !string.IsNullOrEmpty(key) ? new LegTurn.Part("whisper.declined") : turn;
    }, cancellation);

    /// <summary>Where a leg stands that was sent here to hear its goodbye.</summary>
    public Task<LegTurn> PartAsync(Guid offerId, string legSid, CancellationToken cancellation) => ChangeAsync(offerId, legSid, async (desk, _, before) =>
    {
        await offers.DismissAsync(desk.Connection, desk.Transaction, offerId, desk.Now);
        return new LegTurn.Part(GoodbyeOf(before.StageNow));
    }, cancellation);

    /// <summary>The conference is over. If this leg is still up, it was the caller who left: their own news may come later than the end of this leg.</summary>
    public Task<LegTurn> AfterAsync(Guid offerId, string legSid, bool legIsUp, CancellationToken cancellation) => ChangeAsync(offerId, legSid, async (desk, _, before) =>
    {
        if (legIsUp && await talks.OfOfferAsync(desk.Connection, desk.Transaction, offerId) is { IsLive: true } talk)
            await talks.EndAsync(desk.Connection, desk.Transaction, talk.Id, TalkRow.CallerGone, desk.Now);
        await offers.DismissAsync(desk.Connection, desk.Transaction, offerId, desk.Now);
        return new LegTurn.Part(GoodbyeOf(before.StageNow));
    }, cancellation);

    /// <summary>The carrier tells how the leg is doing.</summary>
    public async Task ProgressAsync(Guid offerId, string legSid, CallStatus status, CancellationToken cancellation)
    {
        if (!status.IsFinal() && status != CallStatus.Ringing)
            return;
        await ChangeAsync(offerId, legSid, async (desk, wait, before) =>
        {
            var stage = await offers.ApplyAsync(desk.Connection, desk.Transaction, wait.Id, offerId, EventOf(status), desk.Now);
            if (status.IsFinal())
            {
                await offers.CloseAsync(desk.Connection, desk.Transaction, offerId, desk.Now);
                await LoseCounselorAsync(desk, wait, before);
            }

            return new LegTurn.Part(GoodbyeOf(stage));
        }, cancellation);
    }

    /// <summary>The carrier has no such leg, or never made it.</summary>
    public Task LegNeverWasAsync(Guid offerId, CancellationToken cancellation) => ProgressAsync(offerId, "", CallStatus.Failed, cancellation);

    /// <summary>The caller came out of the conference and is there: the counselor is not.</summary>
    public async Task ConferenceBrokeAsync(Guid talkId, bool wereConnected, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var desk = new Desk(connection, transaction, time.GetUtcNow());
        if (await talks.FindAsync(connection, transaction, talkId) is not { } talk || await waits.LockOfOfferAsync(connection, transaction, talk.OfferId) is not { } wait)
            return;
        if (wereConnected)
            await ConnectAsync(desk, wait, talk);
        if (await offers.FindAsync(connection, transaction, talk.OfferId) is { } offer)
            await LoseCounselorAsync(desk, wait, offer);
        await transaction.CommitAsync(cancellation);
        signal.Raise();
    }

    /// <summary>The carrier says that both are in the conference.</summary>
    public async Task ConnectedAsync(Guid talkId, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await talks.FindAsync(connection, transaction, talkId) is not { } talk || await waits.LockOfOfferAsync(connection, transaction, talk.OfferId) is not { } wait)
            return;
        await ConnectAsync(new Desk(connection, transaction, time.GetUtcNow()), wait, talk);
        await transaction.CommitAsync(cancellation);
    }

    private async Task ConnectAsync(Desk desk, WaitRow wait, TalkRow talk)
    {
        await talks.ConnectAsync(desk.Connection, desk.Transaction, talk.Id, desk.Now);
        await offers.ApplyAsync(desk.Connection, desk.Transaction, wait.Id, talk.OfferId, OfferEvent.Bridged, desk.Now);
    }

    /// <summary>
    /// The end of the leg of whoever had accepted. A caller who had not been connected yet is where they were, at the head of the line; one
    /// who had been is led back into it by their own call.
    /// </summary>
    private async Task LoseCounselorAsync(Desk desk, WaitRow wait, OfferRow offer)
    {
        if (await talks.OfOfferAsync(desk.Connection, desk.Transaction, offer.Id) is not { IsLive: true } talk)
            return;
        await talks.EndAsync(desk.Connection, desk.Transaction, talk.Id, TalkRow.CounselorGone, desk.Now);
        await offers.ApplyAsync(desk.Connection, desk.Transaction, wait.Id, offer.Id, OfferEvent.LegEnded, desk.Now);
        if (talk.ConnectedAt is null && (await offers.FindAsync(desk.Connection, desk.Transaction, offer.Id))?.StageNow != OfferStage.Connected)
            await waits.ReturnAsync(desk.Connection, desk.Transaction, wait.Id);
    }

    private async Task<LegTurn> TurnAsync(Desk desk, WaitRow wait, Guid offerId, OfferStage stage)
    {
        if (stage.IsLive())
            return new LegTurn.Ask(wait);
        if (stage.IsWon() && await talks.OfOfferAsync(desk.Connection, desk.Transaction, offerId) is { IsLive: true } talk)
            return new LegTurn.Join(talk.Id);
        // It hears its goodbye now: nobody else has to send it away.
        await offers.DismissAsync(desk.Connection, desk.Transaction, offerId, desk.Now);
        return new LegTurn.Part(GoodbyeOf(stage));
    }

    private async Task<LegTurn> ChangeAsync(Guid offerId, string legSid, Func<Desk, WaitRow, OfferRow, Task<LegTurn>> change, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await waits.LockOfOfferAsync(connection, transaction, offerId) is not { } wait
            || await offers.FindAsync(connection, transaction, offerId) is not { } offer)
            return new LegTurn.Part(null);
        // The carrier's answer to our request may have got lost: the leg then names itself.
        if (offer.LegSid is null && legSid.Length > 0)
            await offers.NameLegAsync(connection, transaction, offerId, legSid);
        var turn = await change(new Desk(connection, transaction, time.GetUtcNow()), wait, offer);
        await transaction.CommitAsync(cancellation);
        signal.Raise();
        return turn;
    }

    private static OfferEvent EventOf(CallStatus status) => status switch
    {
        CallStatus.Ringing => OfferEvent.LegRings,
        CallStatus.NoAnswer => OfferEvent.TimeIsUp,
        _ => OfferEvent.LegEnded,
    };

    private static string? GoodbyeOf(OfferStage stage) => stage switch
    {
        OfferStage.Declined => "whisper.declined",
        OfferStage.Lost => "whisper.taken",
        OfferStage.Withdrawn or OfferStage.Accepted or OfferStage.Connected => "whisper.gone",
        _ => null,
    };

    private sealed record Desk(NpgsqlConnection Connection, NpgsqlTransaction Transaction, DateTimeOffset Now);
}

/// <summary>What a counselor's leg does next.</summary>
public abstract record LegTurn
{
    private LegTurn()
    {
    }

    /// <summary>1 to take it, 2 if not.</summary>
    public sealed record Ask(WaitRow Wait) : LegTurn;

    public sealed record Join(Guid TalkId) : LegTurn;

    /// <param name="Prompt">Null: nothing is said.</param>
    public sealed record Part(string? Prompt) : LegTurn;
}
