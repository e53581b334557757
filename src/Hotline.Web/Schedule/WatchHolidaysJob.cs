using Hotline.CallFlow.Hours;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Hotline.Web.Schedule;

/// <summary>Once a day: warns while election days and cabinet holidays are not known for the coming sixty days.</summary>
public sealed class WatchHolidaysJob(ScheduleStore schedule, TimeProvider time, ILogger<WatchHolidaysJob> log)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        if (HolidayWords.Alarm((await schedule.CurrentAsync(cancellation)).DatedFactsAt(time.GetUtcNow())) is { } alarm)
            log.LogWarning("{Alarm}", alarm);
    }
}

/// <summary>The same for whoever watches the service's health: degraded, never unready, because callers are served all the same.</summary>
public sealed class HolidaysKnownCheck(ScheduleStore schedule, TimeProvider time) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return HolidayWords.Alarm((await schedule.CurrentAsync(cancellationToken)).DatedFactsAt(time.GetUtcNow())) is { } alarm
                ? HealthCheckResult.Degraded(alarm)
                : HealthCheckResult.Healthy();
        }
        catch (NpgsqlException)
        {
            return HealthCheckResult.Degraded("The schedule cannot be read.");
        }
    }
}

internal static class HolidayWords
{
    /// <returns>Null while there is nothing to do.</returns>
    public static string? Alarm(DatedFacts facts) => facts switch
    {
        DatedFacts.EndingSoon soon =>
            $"Election days and temporary holidays are known through {soon.Through:yyyy-MM-dd} only, {soon.DaysLeft} days from now: enter later ones and confirm them.",
        DatedFacts.Ended ended =>
            $"Election days and temporary holidays are known through {ended.Through:yyyy-MM-dd} only: the line may be open on a holiday. Enter later ones and confirm them.",
        _ => null,
    };
}
