using Hotline.Web.Postgres;
using Npgsql;

namespace Hotline.Web.Schedule;

/// <summary>
/// The first start that finds a database writes its opening hours down; from then on the console decides and the setting no longer counts.
/// Until then the setting answers, so a start without a database may do nothing.
/// </summary>
public sealed class KeepFirstSchedule(ScheduleStore schedule, MigrateAtStart migration, ILogger<KeepFirstSchedule> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!migration.IsDone)
            return;
        try
        {
            await schedule.InitialiseAsync(cancellationToken);
        }
        catch (NpgsqlException unreachable)
        {
            log.LogWarning("The opening hours could not be written down at this start: {Reason}", unreachable.Message);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
