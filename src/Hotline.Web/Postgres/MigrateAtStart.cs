using Npgsql;

namespace Hotline.Web.Postgres;

/// <summary>
/// Migrates before anything else of the host starts. A database that cannot be reached does not keep the host from starting: callers
/// still hear the static flow, and the migration is tried again until it succeeds. One that must not be used does.
/// </summary>
public sealed class MigrateAtStart(Migrator migrator, TimeProvider time, ILogger<MigrateAtStart> logger) : IHostedLifecycleService, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource stopping = new();
    private Task retrying = Task.CompletedTask;

    /// <summary>True once the database has the shape that this version needs; readiness asks.</summary>
    public bool IsDone { get; private set; }

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!await TryAsync(cancellationToken))
        {
            retrying = RetryAsync(stopping.Token);
        }
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await retrying.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => stopping.Dispose();

    private async Task RetryAsync(CancellationToken cancellation)
    {
        try
        {
            do
            {
                await Task.Delay(Pause, time, cancellation);
            }
            while (!await TryAsync(cancellation));
        }
        catch (DatabaseUnusableException unusable)
        {
            logger.LogCritical("{Reason}", unusable.Message);
        }
    }

    private async Task<bool> TryAsync(CancellationToken cancellation)
    {
        try
        {
            await migrator.RunAsync(cancellation);
            IsDone = true;
            return true;
        }
        catch (NpgsqlException unreachable)
        {
            logger.LogError("The database cannot be reached, it is tried again every {Pause}: {Reason}", Pause, unreachable.Message);
            return false;
        }
    }
}
