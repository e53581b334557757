using Hangfire;
using Hotline.Web.Calls;
using Hotline.Web.FollowUps;

namespace Hotline.Web.Jobs;

/// <summary>Every recurring job of the service.</summary>
public sealed class RecurringJobs(IRecurringJobManager jobs) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        jobs.AddOrUpdate<FollowUpDrain>("drain-follow-ups", drain => drain.RunAsync(CancellationToken.None), Cron.Minutely());
        jobs.AddOrUpdate<CloseEndedCallsJob>("close-ended-calls", job => job.RunAsync(CancellationToken.None), "*/5 * * * *");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
