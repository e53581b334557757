using Hotline.CallFlow;
using Hotline.Web.Callbacks;
using Hotline.Web.Calls;
using Hotline.Web.Cases;
using Hotline.Web.FollowUps;
using Hotline.Web.Hosting;
using Hotline.Web.Postgres;
using Hotline.Web.Prompts;
using Hotline.Web.Queue;
using Hotline.Web.Recordings;
using Hotline.Web.Sealing;
using Npgsql;

namespace Hotline.Web.Voice;

/// <summary>A turn that the flow has decided and that is about to be written down.</summary>
public sealed record RecordedTurn(Call Call, Turn Turn, int Number, string RequestKey, string Document, DateTimeOffset Now)
{
    public CallState State => Turn.State;
}

/// <summary>Writes down all that a turn decided, in one round trip: the call, its answer, each event where it belongs, and the work that follows.</summary>
public sealed class TurnRecorder(
    CallStore calls,
    ConsentStore consents,
    CallbackStore callbacks,
    RecordingStore recordings,
    CaseStore cases,
    FollowUpStore followUps,
    FollowUpTimes times,
    CallKeyStore keys,
    NumberIndex numbers,
    CallersInLine line,
    PromptCatalogue prompts,
    IIdSource ids)
{
    public async Task RecordAsync(RecordedTurn turn, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        var batch = new WriteBatch();
        var ended = turn.State.Over && !turn.Call.Ended;
        calls.SaveTurn(
            batch,
            turn.Call,
            turn.State,
            turn.Number,
            queuedAt: QueuedAt(turn),
            endedAt: ended ? turn.Now : null,
            endReason: ended ? EndReason(turn) : null);
        calls.SaveReply(batch, turn.Call, turn.RequestKey, turn.Number, turn.Document, turn.Now);
        foreach (var happened in turn.Turn.Events)
        {
            calls.AddEvent(batch, turn.Call.Id, turn.Number, EventWords.Name(happened), EventWords.Detail(happened), turn.Now);
            await RecordAsync(happened, turn, batch, connection, transaction, cancellation);
        }

        foreach (var work in turn.Turn.FollowUps)
            await AddAsync(work, turn, batch, connection, transaction);
        await batch.SendAsync(connection, transaction, cancellation);
        await line.FollowAsync(turn.Call, turn.Turn, connection, transaction, turn.Now);
    }

    public async Task<Answer> AnswerAsync(Question question, NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        var find = (Question.FindCallback)question;
        if (await callbacks.FindOpenAsync(connection, transaction, find.Reference) is not { } found)
            return new Answer.CallbackNotFound();
        var messages = await recordings.OfCallAsync(connection, found.CallId, transaction);
        return new Answer.CallbackFound(found.Reference, HasMessage: messages.Count > 0);
    }

    private async Task RecordAsync(
        CallEvent happened, RecordedTurn turn, WriteBatch batch, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        switch (happened)
        {
            case CallEvent.ConsentGiven given:
                consents.Add(batch, turn.Call.Id, given.Kind, true, given.PromptKey, prompts.Version(given.PromptKey), turn.State.Language, given.Key, turn.Now);
                break;
            case CallEvent.ConsentRefused refused:
                consents.Add(batch, turn.Call.Id, refused.Kind, false, refused.PromptKey, prompts.Version(refused.PromptKey), turn.State.Language, null, turn.Now);
                break;
            case CallEvent.CallbackAgreed agreed:
                var hash = await numbers.HashAsync(agreed.Draft.Number!, cancellation);
                callbacks.Add(
                    batch, ids.NewId(), turn.Call.Id, turn.Call.Key, agreed.Reference, agreed.Draft, hash, turn.State, turn.Call.QueuedAt ?? turn.Call.StartedAt, turn.Now);
                cases.Owe(batch, turn.Call.Id, CasePurposes.CallbackRequest, agreed.Reference);
                break;
            case CallEvent.CallbackMoved moved:
                callbacks.Move(batch, moved.Reference, moved.Window);
                await LookAgainAsync(moved.Reference, turn, batch, connection, transaction);
                break;
            case CallEvent.CallbackCancelled cancelled:
                await CancelAsync(cancelled.Reference, turn, batch, connection, transaction);
                break;
            case CallEvent.MessageLeft { RecordingSid: { } sid } left:
                recordings.Add(batch, turn.Call.Id, sid, left.Length, left.Unfinished);
                break;
            case CallEvent.MessageTakenBack takenBack:
                await TakeBackAsync(takenBack, turn, batch, connection, transaction);
                break;
        }
    }

    /// <summary>The number, the message and everything else that the call left behind become unreadable at once.</summary>
    private async Task CancelAsync(string reference, RecordedTurn turn, WriteBatch batch, NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        if (await callbacks.CallOfAsync(connection, reference, transaction) is not { } callId)
            return;
        await DiscardMessagesAsync(callId, turn, batch, connection, transaction);
        callbacks.Cancel(batch, reference, turn.Now);
        calls.ForgetCaller(batch, callId);
        // A call that still talks to us needs its key for its own answers: it is destroyed when the call is over.
        if (callId == turn.Call.Id)
            followUps.Add(batch, callId, FollowUpKind.DestroyKey, "", turn.Now + FollowUpTimes.CallEnds);
        else
            keys.Destroy(batch, callId, turn.Now);
    }

    private async Task TakeBackAsync(
        CallEvent.MessageTakenBack takenBack, RecordedTurn turn, WriteBatch batch, NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        if (takenBack.RecordingSid is { } sid)
        {
            if (await recordings.FindAsync(connection, sid, transaction) is { } message)
                Discard(batch, message, turn.Now);
            else
                DiscardAtOnce(batch, turn, sid);
        }
        else if (await callbacks.CallOfAsync(connection, takenBack.Reference, transaction) is { } callId)
        {
            await DiscardMessagesAsync(callId, turn, batch, connection, transaction);
        }
    }

    private async Task DiscardMessagesAsync(Guid callId, RecordedTurn turn, WriteBatch batch, NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        foreach (var message in await recordings.OfCallAsync(connection, callId, transaction))
            Discard(batch, message, turn.Now);
    }

    private void Discard(WriteBatch batch, Recording message, DateTimeOffset now)
    {
        recordings.Discard(batch, message.RecordingSid);
        cases.ForgetStatement(batch, message.Id);
        followUps.Add(batch, message.CallId, FollowUpKind.DeleteAtCarrier, message.RecordingSid, now);
        // A case that is on its way is written anew, one that is open is told.
        followUps.Add(batch, message.CallId, FollowUpKind.OpenCase, "", now + times.Of(CaseDue.SafetyNet), reopen: true);
    }

    // Left and taken back in one turn: its row is written in this very batch, and nobody was told of it yet.
    private void DiscardAtOnce(WriteBatch batch, RecordedTurn turn, string recordingSid)
    {
        recordings.Discard(batch, recordingSid);
        followUps.Add(batch, turn.Call.Id, FollowUpKind.DeleteAtCarrier, recordingSid, turn.Now);
    }

    private async Task LookAgainAsync(string reference, RecordedTurn turn, WriteBatch batch, NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        if (await callbacks.CallOfAsync(connection, reference, transaction) is { } callId)
            followUps.Add(batch, callId, FollowUpKind.OpenCase, "", turn.Now, reopen: true);
    }

    private async Task AddAsync(CallFlow.FollowUp work, RecordedTurn turn, WriteBatch batch, NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        var callId = turn.Call.Id;
        switch (work)
        {
            case CallFlow.FollowUp.OpenCase open:
                if (open.Due is not CaseDue.SafetyNet)
                    cases.Release(batch, callId, CasePurposes.CallbackRequest);
                var due = await IsWorthWaitingAsync(open.Due, turn, connection, transaction) ? open.Due : CaseDue.Now;
                followUps.Add(batch, callId, FollowUpKind.OpenCase, "", turn.Now + times.Of(due));
                break;
            case CallFlow.FollowUp.FetchMessage fetch:
                followUps.Add(batch, callId, FollowUpKind.FetchMessage, fetch.RecordingSid, turn.Now);
                break;
            case CallFlow.FollowUp.SeekMessage:
                followUps.Add(batch, callId, FollowUpKind.SeekMessage, "", turn.Now + times.Seek(turn.State.Over), reopen: true);
                break;
            case CallFlow.FollowUp.DiscardMessage discard:
                followUps.Add(batch, callId, FollowUpKind.DeleteAtCarrier, discard.RecordingSid, turn.Now);
                break;
            case CallFlow.FollowUp.WithdrawCase withdraw:
                var owner = await callbacks.CallOfAsync(connection, withdraw.Reference, transaction) ?? callId;
                followUps.Add(batch, owner, FollowUpKind.WithdrawCase, withdraw.Reference, turn.Now);
                break;
            default:
                throw new InvalidOperationException($"Nobody writes down follow-ups of kind {work.GetType().Name}.");
        }
    }

    /// <summary>The wait is for a transcript. Once every message has its words, or has none, there is nothing to wait for.</summary>
    private async Task<bool> IsWorthWaitingAsync(CaseDue due, RecordedTurn turn, NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        if (due is not CaseDue.WithTranscript || turn.Turn.Events.Any(e => e is CallEvent.MessageLeft))
            return true;
        await cases.LockAsync(connection, transaction, turn.Call.Id, CasePurposes.CallbackRequest);
        var messages = await recordings.OfCallAsync(connection, turn.Call.Id, transaction);
        return messages.Count == 0 || messages.Any(m => !m.IsSettled);
    }

    // The place in line is the time of the first entry; leaving the queue keeps it for the callback that may follow.
    private static DateTimeOffset? QueuedAt(RecordedTurn turn) =>
        turn.Call.QueuedAt ?? (turn.State.InQueue ? turn.Now : null);

    private static string EndReason(RecordedTurn turn) => turn.Turn.Events switch
    {
        var events when events.Any(e => e is CallEvent.QuickExit) => "quick-exit",
        var events when events.Any(e => e is CallEvent.CallerHungUp) && turn.Call.State.InQueue => "cut-off",
        var events when events.Any(e => e is CallEvent.CallerHungUp) => "hung-up",
        _ => "finished",
    };
}
