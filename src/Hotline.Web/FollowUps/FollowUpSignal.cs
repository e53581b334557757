using System.Threading.Channels;
using Hangfire;

namespace Hotline.Web.FollowUps;

/// <summary>Says that there may be work. Many signals at once become one drain: the webhook that signals never waits for the job store.</summary>
public sealed class FollowUpSignal
{
    private readonly Channel<bool> signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Raise() => signals.Writer.TryWrite(true);

    internal ChannelReader<bool> Signals => signals.Reader;
}

/// <summary>Turns signals into drain jobs. If it fails or dies, the sweep of each minute finds the work.</summary>
public sealed class FollowUpSignalListener(FollowUpSignal signal, IBackgroundJobClient jobs, ILogger<FollowUpSignalListener> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var _ in signal.Signals.ReadAllAsync(stoppingToken))
        {
            try
            {
                jobs.Enqueue<FollowUpDrain>(drain => drain.RunAsync(CancellationToken.None));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.LogWarning("The job store did not take a drain ({Exception}); the next sweep will.", exception.GetType().Name);
            }
        }
    }
}
