using Hangfire;
using Hotline.Web.Agencies;
using Hotline.Web.Calls;
using Hotline.Web.FollowUps;
using Hotline.Web.Recordings;
using Hotline.Web.Schedule;

namespace Hotline.Web.Jobs;

/// <summary>Every recurring job of the service.</summary>
public sealed class RecurringJobs(IRecurringJobManager jobs)
{
    public void Register()
    {
        jobs.AddOrUpdate<FollowUpDrain>("drain-follow-ups", drain => drain.RunAsync(CancellationToken.None), Cron.Minutely());
        jobs.AddOrUpdate<CloseEndedCallsJob>("close-ended-calls", job => job.RunAsync(CancellationToken.None), "*/5 * * * *");
        // Nine in the morning in Seoul, when somebody reads it.
        jobs.AddOrUpdate<WatchHolidaysJob>("watch-holidays", job => job.RunAsync(CancellationToken.None), Cron.Daily(0));
        jobs.AddOrUpdate<WatchAgenciesJob>("watch-agencies", job => job.RunAsync(CancellationToken.None), Cron.Daily(0));
        jobs.AddOrUpdate<SeekDarkMessagesJob>("seek-dark-messages", job => job.RunAsync(CancellationToken.None), "*/5 * * * *");
    }
}
