using Hotline.CallFlow;
using Hotline.Twilio.Webhooks;
using Hotline.Web.Voice;
using Npgsql;

namespace Hotline.Web.Queue;

/// <summary>The caller's side of a talk: into it, and out of it to a goodbye, or back to the head of the line.</summary>
public sealed class CallerDesk(NpgsqlDataSource database, WaitStore waits, TalkStore talks, OfferDesk desk, CallersInLine line, TalkDocuments documents, CallSession calls, TimeProvider time)
{
    /// <summary>The caller was sent to the talk. If it is over by now, the line is where they belong.</summary>
    public async Task<TurnAnswer> ComeAsync(Guid talkId, WebhookForm form, CancellationToken cancellation)
    {
        await using (var connection = await database.OpenConnectionAsync(cancellation))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            if (await talks.FindAsync(connection, transaction, talkId) is { CallId: { } callId } talk
                && await waits.LockOfOfferAsync(connection, transaction, talk.OfferId) is { } wait
                && await talks.FindAsync(connection, transaction, talkId) is { IsLive: true })
            {
                await line.JoinAsync(connection, transaction, callId, talkId, time.GetUtcNow());
                await transaction.CommitAsync(cancellation);
                return new TurnAnswer.Document(documents.CallerJoins(talkId, Enum.Parse<Language>(wait.Language)));
            }
        }

        return await BackAsync(talkId, form, wereConnected: false, cancellation);
    }

    /// <summary>The caller's conference is over.</summary>
    public async Task<TurnAnswer> LeaveAsync(Guid talkId, WebhookForm form, CancellationToken cancellation)
    {
        if (form.CallStatus is { } status && status.IsFinal())
        {
            await calls.EndAsync(form.CallSid!, cancellation);
            return new TurnAnswer.Document(TalkDocuments.Nothing);
        }

        var connected = form.DialBridged is true;
        await desk.ConferenceBrokeAsync(talkId, connected, cancellation);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        if (await talks.FindAsync(connection, null, talkId) is { EndReason: TalkRow.Finished })
            return await calls.AnswerAsync(new TurnRequest(form.CallSid!, $"talked:{talkId:N}", null, new CallerInput.LeftQueue(QueueExit.Served), Caller: null), cancellation);
        return await BackAsync(talkId, form, connected, cancellation);
    }

    private Task<TurnAnswer> BackAsync(Guid talkId, WebhookForm form, bool wereConnected, CancellationToken cancellation) =>
        calls.AnswerAsync(
            new TurnRequest(form.CallSid!, $"back:{talkId:N}", null, null, WebhookInputs.CallerOf(form)) { BackInLine = wereConnected ? "caller.counselorLost" : "caller.reassign" },
            cancellation);
}
