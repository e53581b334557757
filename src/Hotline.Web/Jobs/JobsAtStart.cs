using Hotline.Web.Postgres;

namespace Hotline.Web.Jobs;

/// <summary>
/// Makes the job store ready once the database is there and migrated, and on a worker node registers the recurring jobs and starts the
/// servers. The host does not wait for it: a node without its database answers callers all the same.
/// </summary>
public sealed class JobsAtStart(MigrateAtStart migration, JobStore store, IServiceProvider services, TimeProvider time, ILogger<JobsAtStart> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly RecurringJobs? recurring = services.GetService<RecurringJobs>();
    private readonly JobServers? servers = services.GetService<JobServers>();

    /// <summary>True once work can be handed over and, on a worker node, is being done.</summary>
    public bool IsDone { get; private set; }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (servers is not null)
            await servers.StopAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!migration.IsDone || !await TryAsync(stoppingToken))
            await Task.Delay(Pause, time, stoppingToken);
        servers?.Start();
        IsDone = true;
    }

    private async Task<bool> TryAsync(CancellationToken cancellation)
    {
        try
        {
            await store.PrepareAsync(cancellation);
            recurring?.Register();
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.LogWarning("The job store is not ready yet, it is tried again every {Pause}: {Exception}", Pause, exception.GetType().FullName);
            return false;
        }
    }
}
