using Hotline.CallFlow;
using Hotline.Web.Calls;
using Hotline.Web.FollowUps;
using Hotline.Web.Hosting;
using Hotline.Web.Postgres;
using Hotline.Web.Queue;
using Hotline.Web.Sealing;
using Npgsql;

namespace Hotline.Web.Voice;

/// <summary>
/// One webhook, one transaction: lock the call, give the old answer if this webhook was answered before, else let the flow
/// decide, write down everything it decided, commit, and only then answer. Nothing slow happens in between.
/// </summary>
public sealed class CallSession(
    NpgsqlDataSource database,
    CallStore calls,
    LineFactsSource facts,
    TurnRecorder recorder,
    ReplyRenderer renderer,
    NumberIndex numbers,
    FollowUpSignal signal,
    CallersInLine line,
    TalkDocuments talks,
    IIdSource ids)
{
    private const int ReferenceAttempts = 5;
    /// <summary>Below what the carrier allows for one attempt (4.5 s), so that the caller hears the static flow and not silence.</summary>
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(800);

    /// <exception cref="DatabaseTooSlowException">The database hangs. What was begun may still be committed; a repeated webhook then finds its answer.</exception>
    public async Task<TurnAnswer> AnswerAsync(TurnRequest request, CancellationToken cancellation)
    {
        try
        {
            return await AnswerPatientlyAsync(request, cancellation).WaitAsync(LongestAnswer, cancellation);
        }
        catch (TimeoutException)
        {
            throw new DatabaseTooSlowException("The database did not answer within the time that a caller can be kept waiting.");
        }
    }

    private async Task<TurnAnswer> AnswerPatientlyAsync(TurnRequest request, CancellationToken cancellation)
    {
        var world = await facts.WorldAsync(cancellation);
        var callerHash = request.Caller?.Number is { } number ? await numbers.HashAsync(number, cancellation) : null;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var answer = await AnswerOnceAsync(request, world, callerHash, cancellation);
                signal.Raise();
                line.Wake();
                return answer;
            }
            catch (NpgsqlException broken) when (broken is { IsTransient: true } and not PostgresException && attempt == 1)
            {
                // A restarted server leaves dead connections in the pool: once more on a fresh one. If the lost attempt was committed, its answer is found.
            }
            catch (PostgresException taken) when (taken.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected && attempt < ReferenceAttempts)
            {
                // Somebody else's callback got the drawn reference first, or a job held what we needed: the whole turn again.
            }
        }
    }

    /// <summary>The carrier says that the call is over. A call that was never seen stays unseen.</summary>
    public Task EndAsync(string callSid, CancellationToken cancellation) =>
        AnswerAsync(new TurnRequest(callSid, "ended", Turn: null, new CallerInput.HungUp(), Caller: null), cancellation);

    private async Task<TurnAnswer> AnswerOnceAsync(TurnRequest request, World world, byte[]? callerHash, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var locked = await calls.LockAsync(connection, transaction, request.CallSid, request.Key)
            ?? (request.Caller is null ? null : await BeginAsync(request, request.Caller, world, callerHash, connection, transaction));
        if (locked is null)
            return new TurnAnswer.UnknownCall();
        if (locked.Replay is not null)
            return new TurnAnswer.Document(locked.Replay);
        if (await LeadIntoTalkAsync(request, locked.Call, world.Now, connection, transaction) is { } way)
            return way;
        if (request.Turn > locked.Call.Turn + 1)
            return new TurnAnswer.OutOfOrder($"This call is at turn {locked.Call.Turn}, so its next turn is {locked.Call.Turn + 1}.");

        var turn = await AdvanceAsync(request, locked.Call, world, callerHash, connection, transaction);
        var number = locked.Call.Turn + 1;
        var document = renderer.Render(turn.Reply, turn.State.Language, number + 1);
        await recorder.RecordAsync(new RecordedTurn(locked.Call, turn, number, request.Key, document, world.Now), connection, transaction, cancellation);
        await transaction.CommitAsync(cancellation);
        return new TurnAnswer.Document(document);
    }

    /// <summary>A counselor has accepted: whatever a caller in the line still asks for leads into the talk. The carrier was asked to bring them, and may have failed to.</summary>
    private async Task<TurnAnswer.Document?> LeadIntoTalkAsync(
        TurnRequest request, Call call, DateTimeOffset now, NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        // The quick exit stays one: who presses 8 at this very moment must not hear a voice.
        if (!call.State.InQueue || request.Input is CallerInput.HungUp or CallerInput.LeftQueue { Exit: QueueExit.HungUp } or CallerInput.Keyed { Keys: [GlobalKeys.QuickExit, ..] }
            || await line.TalkOfAsync(connection, transaction, call.Id) is not { } talk)
            return null;
        if (request.Input is not (null or CallerInput.LeftQueue))
            return new TurnAnswer.Document(TalkDocuments.LeaveQueue);
        await line.JoinAsync(connection, transaction, call.Id, talk, now);
        await transaction.CommitAsync(CancellationToken.None);
        return new TurnAnswer.Document(talks.CallerJoins(talk, call.State.Language));
    }

    /// <summary>A caller is not kept waiting for a database that does not answer.</summary>
    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            return await database.OpenConnectionAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new DatabaseTooSlowException("No connection to the database within the time that a caller can be kept waiting.");
        }
    }

    /// <summary>
    /// A call that is not known yet begins here, whatever its first webhook says: the very first one may have got lost. Two first webhooks meet
    /// at the unique key; the later one waits and finds the other's row.
    /// </summary>
    private async Task<LockedCall> BeginAsync(
        TurnRequest request, Caller caller, World world, byte[]? callerHash, NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        var state = new CallState { Step = StepName.Welcome, Caller = caller };
        var id = ids.NewId();
        var key = CallKey.Generate();
        if (await calls.AddAsync(connection, transaction, id, request.CallSid, key, state, callerHash, world.Now))
            return new LockedCall(new Call(id, request.CallSid, -1, state, key, world.Now, QueuedAt: null, Ended: false), Replay: null);
        return await calls.LockAsync(connection, transaction, request.CallSid, request.Key)
            ?? throw new InvalidOperationException("The call's key was destroyed while the call was still talking to us.");
    }

    private async Task<Turn> AdvanceAsync(
        TurnRequest request, Call call, World world, byte[]? callerHash, NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        var isNew = call.Turn < 0;
        var known = await facts.GatherAsync(world, connection, transaction, isNew ? null : call, callerHash);
        var turn = request.Input switch
        {
            _ when isNew => Flow.Begin(call.State.Caller, known),
            // Whoever comes back by the apology is not in the carrier's queue any more, and has to be put into it again.
            null when call.State is { InQueue: true, Step: StepName.Waiting, Over: false } => BackInLine(call.State, request.BackInLine ?? "caller.reassign"),
            null => Flow.Resume(call.State, known),
            var input => Flow.Advance(call.State, input, known),
        };
        while (turn.Question is { } question)
        {
            var answer = await recorder.AnswerAsync(question, connection, transaction);
            var next = Flow.Advance(turn.State, new CallerInput.Answered(answer), known);
            turn = next with { Events = turn.Events.AddRange(next.Events), FollowUps = turn.FollowUps.AddRange(next.FollowUps) };
        }

        return turn;
    }

    private static Turn BackInLine(CallState state, string words) => new(
        state with { Step = StepName.Waiting, SpokenAhead = null },
        new Reply.EnterQueue([new Prompt(words)]),
        [new CallEvent.QueueEntered(AfterCutOff: true)],
        []);
}
