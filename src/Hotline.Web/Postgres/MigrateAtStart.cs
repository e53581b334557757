namespace Hotline.Web.Postgres;

/// <summary>
/// Migrates before anything else of the host starts. A database that cannot be reached, or that lets us wait, does not keep the host from
/// starting: callers still hear the static flow, and the migration is tried again until it succeeds. One that must not be used does.
/// </summary>
public sealed class MigrateAtStart(Migrator migrator, TimeProvider time, ILogger<MigrateAtStart> logger) : IHostedLifecycleService, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    // A server that does not even refuse takes Npgsql a quarter of a minute, another node's migration may take longer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource stopping = new();
    private Task retrying = Task.CompletedTask;

    /// <summary>True once the database has the shape that this version needs; readiness asks.</summary>
    public bool IsDone { get; private set; }

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var first = TryAsync(stopping.Token);
        await Task.WhenAny(first, Task.Delay(Patience, time, cancellationToken));
        if (!first.IsCompleted || !await first)
        {
            retrying = RetryAsync(first, stopping.Token);
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

    private async Task RetryAsync(Task<bool> attempt, CancellationToken cancellation)
    {
        try
        {
            while (!await attempt)
            {
                await Task.Delay(Pause, time, cancellation);
                attempt = TryAsync(cancellation);
            }
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
        catch (Exception unreachable) when (OutOfReach.Tells(unreachable))
        {
            logger.LogError("The database cannot be reached, it is tried again every {Pause}: {Reason}", Pause, unreachable.Message);
            return false;
        }
    }
}
