using Hangfire;
using Hangfire.States;
using Hotline.Web.Jobs;

namespace Hotline.Web.FollowUps;

/// <summary>Hands due follow-ups to Hangfire, one job each. Runs right after a turn that asked for work, and each minute for whatever fell through.</summary>
public sealed class FollowUpDrain(FollowUpStore followUps, IBackgroundJobClient jobs)
{
    private const int AtOnce = 100;

    [AutomaticRetry(Attempts = 0)]
    public async Task RunAsync(CancellationToken cancellation)
    {
        IReadOnlyList<FollowUp> claimed;
        do
        {
            claimed = await followUps.ClaimDueAsync(AtOnce, cancellation);
            foreach (var work in claimed)
                jobs.Create<FollowUpJob>(job => job.RunAsync(work.Kind, work.Id, work.Attempt, CancellationToken.None), new EnqueuedState(JobQueues.Of(work.Kind)));
        }
        while (claimed.Count == AtOnce);
    }
}

/// <summary>One attempt, as the job dashboard shows it: ids only. Retrying is the follow-up's own affair, so that it survives the job store.</summary>
public sealed class FollowUpJob(FollowUpRunner runner)
{
    [JobDisplayName("{0} {1}")]
    [AutomaticRetry(Attempts = 0)]
    public Task RunAsync(FollowUpKind kind, Guid id, int attempt, CancellationToken cancellation) => runner.RunAsync(id, attempt, cancellation);
}
