using Hotline.Web.Calls;
using Hotline.Web.Cases;
using Hotline.Web.Recordings;

namespace Hotline.Web.FollowUps;

/// <summary>The one switch from a kind of follow-up to the job that does it, and the one place that decides what becomes of an attempt.</summary>
public sealed class FollowUpRunner(FollowUpStore followUps, IServiceProvider jobs, FollowUpSignal signal, TimeProvider time, ILogger<FollowUpRunner> log)
{
    /// <summary>Runs one claimed attempt. A repeated or lapsed one does nothing.</summary>
    public async Task RunAsync(Guid id, int attempt, CancellationToken cancellation)
    {
        if (await followUps.FindClaimedAsync(id, attempt, cancellation) is not { } work)
            return;
        switch (await AttemptAsync(work, cancellation))
        {
            case FollowUpOutcome.Done:
                await followUps.FinishAsync(work, cancellation);
                // What it asked for in its turn is due at once.
                signal.Raise();
                break;
            case FollowUpOutcome.Again again:
                await PostponeAsync(work, again, cancellation);
                break;
            case FollowUpOutcome.GiveUp giveUp:
                await GiveUpAsync(work, giveUp.Why, cancellation);
                break;
        }
    }

    private async Task<FollowUpOutcome> AttemptAsync(FollowUp work, CancellationToken cancellation)
    {
        try
        {
            return await DispatchAsync(work, cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            // The type says what broke; a message could carry what must not be logged.
            log.LogError("Follow-up {Kind} {Id} of call {CallId} failed: {Exception}", work.Kind, work.Id, work.CallId, exception.GetType().FullName);
            return new FollowUpOutcome.Again(exception.GetType().Name);
        }
    }

    private Task<FollowUpOutcome> DispatchAsync(FollowUp work, CancellationToken cancellation) => work.Kind switch
    {
        FollowUpKind.OpenCase => Job<OpenCaseJob>().RunAsync(work.CallId, cancellation),
        FollowUpKind.AppendEntry => Job<AppendEntryJob>().RunAsync(work.Subject, cancellation),
        FollowUpKind.WithdrawCase => Job<WithdrawCaseJob>().RunAsync(work.Subject, work.CreatedAt, cancellation),
        FollowUpKind.FetchMessage => Job<FetchMessageJob>().RunAsync(work.Subject, work.CreatedAt, cancellation),
        FollowUpKind.SeekMessage => Job<SeekMessageJob>().RunAsync(work.CallId, cancellation),
        FollowUpKind.TranscribeMessage => Job<TranscribeMessageJob>().RunAsync(work, cancellation),
        FollowUpKind.DeleteAtCarrier => Job<DeleteAtCarrierJob>().RunAsync(work.Subject, cancellation),
        FollowUpKind.DestroyKey => Job<DestroyKeyJob>().RunAsync(work.CallId, cancellation),
        _ => throw new InvalidOperationException($"Nobody does follow-ups of kind {work.Kind}."),
    };

    private T Job<T>()
        where T : notnull => jobs.GetRequiredService<T>();

    private async Task PostponeAsync(FollowUp work, FollowUpOutcome.Again again, CancellationToken cancellation)
    {
        var wait = again.Wait is { } asked ? RetryPlan.Reasonable(asked) : RetryPlan.WaitAfter(work.Attempt);
        if (RetryPlan.IsOver(work, time.GetUtcNow() + wait))
            await GiveUpAsync(work, again.Why, cancellation);
        else
            await followUps.PostponeAsync(work, wait, again.Why, cancellation);
    }

    private async Task GiveUpAsync(FollowUp work, string why, CancellationToken cancellation)
    {
        log.LogCritical("Follow-up {Kind} {Id} of call {CallId} was given up, a person must look: {Why}", work.Kind, work.Id, work.CallId, why);
        await followUps.GiveUpAsync(work, why, cancellation);
    }
}
