using Npgsql;

namespace Hotline.Web.Postgres;

/// <summary>
/// Knows whether the database is out of reach, so that callers after the first one do not wait for it in vain. While it is down it is asked
/// each second, and <see cref="CameBack"/> tells when it answers again.
/// </summary>
public sealed class DatabaseWatch(NpgsqlDataSource database, TimeProvider time, ILogger<DatabaseWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim failed = new(0);
    private volatile bool isDown;

    public event EventHandler? CameBack;

    public bool IsDown => isDown;

    /// <summary>Somebody could not reach it.</summary>
    public void ReportFailure()
    {
        if (isDown)
            return;
        isDown = true;
        log.LogCritical("The database is out of reach: callers hear the static flow until it answers again.");
        failed.Release();
    }

    public override void Dispose()
    {
        failed.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await failed.WaitAsync(stoppingToken);
            while (!await AnswersAsync(stoppingToken))
                await Task.Delay(Pause, time, stoppingToken);
            isDown = false;
            log.LogWarning("The database answers again.");
            CameBack?.Invoke(this, EventArgs.Empty);
        }
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            await using var command = database.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellation);
            return true;
        }
        catch (Exception exception) when (OutOfReach.Tells(exception))
        {
            return false;
        }
    }
}
