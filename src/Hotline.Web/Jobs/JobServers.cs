using Hangfire;

namespace Hotline.Web.Jobs;

/// <summary>The Hangfire servers of a worker node: one for each queue, so that none takes the other's workers.</summary>
public sealed class JobServers(JobStorage storage, JobActivator activator) : IDisposable
{
    // Recognition is bound by the recognizer, not by us: more at once only makes each slower.
    private const int SpeechWorkers = 2;

    private readonly List<BackgroundJobServer> servers = [];

    public void Start()
    {
        servers.Add(Server(JobQueues.Default, Math.Max(4, Environment.ProcessorCount * 2), isLightweight: false));
        // The other one looks after schedules and keeps the claims of both alive: they share a storage.
        servers.Add(Server(JobQueues.Speech, SpeechWorkers, isLightweight: true));
    }

    /// <summary>Takes nothing new, and waits for what is running.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        foreach (var server in servers)
            server.SendStop();
        // The speech server first: the other one renews its claims until the end.
        foreach (var server in servers.AsEnumerable().Reverse())
            await server.WaitForShutdownAsync(cancellation);
    }

    public void Dispose() => servers.ForEach(server => server.Dispose());

    private BackgroundJobServer Server(string queue, int workers, bool isLightweight) => new(
        new BackgroundJobServerOptions { Queues = [queue], WorkerCount = workers, Activator = activator, IsLightweightServer = isLightweight },
        storage);
}
