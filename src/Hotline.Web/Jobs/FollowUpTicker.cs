using Hotline.Web.FollowUps;
using Hotline.Web.Postgres;

namespace Hotline.Web.Jobs;

/// <summary>
/// Wakes the drain when work has fallen due: nothing else does so to the second, because a wait that ends makes no noise. Runs on worker
/// nodes; the sweep of each minute is what remains when it fails.
/// </summary>
public sealed class FollowUpTicker(FollowUpStore followUps, FollowUpSignal signal, TimeProvider time, ILogger<FollowUpTicker> log) : BackgroundService
{
    /// <summary>Late by this much at most; the shortest wait of <see cref="RetryPlan"/> is as long.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Tick, time);
        while (await ticks.WaitForNextTickAsync(stoppingToken))
        {
            // Asked first: a drain costs the job store far more than this question.
            if (await IsAnyDueAsync(stoppingToken))
                signal.Raise();
        }
    }

    private async Task<bool> IsAnyDueAsync(CancellationToken cancellation)
    {
        try
        {
            return await followUps.IsAnyDueAsync(cancellation);
        }
        catch (Exception exception) when (OutOfReach.Tells(exception))
        {
            log.LogDebug("Due work could not be looked for: {Exception}", exception.GetType().FullName);
            return false;
        }
    }
}
