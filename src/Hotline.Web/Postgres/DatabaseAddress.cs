namespace Hotline.Web.Postgres;

/// <summary>
/// Which database this process uses. Without a configured one it starts a private cluster in <c>.local/postgres</c> of the
/// checkout (the nearest folder above the content root that holds the solution), or of the content root.
/// </summary>
public sealed class DatabaseAddress : IAsyncDisposable
{
    private readonly PrivateCluster? cluster;

    public DatabaseAddress(IConfiguration configuration, IHostEnvironment environment, TimeProvider time, ILogger<DatabaseAddress> logger)
    {
        if (configuration.GetConnectionString("Hotline") is { Length: > 0 } given)
        {
            ConnectionString = given;
            return;
        }

        if (environment.IsProduction())
        {
            throw new DatabaseUnusableException(
                "ConnectionStrings:Hotline is empty, and Production does not use a private database: name the server, such as Host=db;Database=hotline;Username=hotline.");
        }

        if (!OperatingSystem.IsLinux())
        {
            throw new DatabaseUnusableException("The private database exists on Linux only: set ConnectionStrings__Hotline to a PostgreSQL server.");
        }

        var folder = Path.Combine(LocalFolder(environment.ContentRootPath), "postgres");
        logger.LogInformation("No database is configured: using the private one in {Folder}", folder);
        // The container builds its services synchronously; this happens once, before the host serves anything.
        cluster = PrivateCluster.StartAsync(folder, [], time, CancellationToken.None).GetAwaiter().GetResult();
        ConnectionString = cluster.ConnectionString;
    }

    /// <summary>May hold a password: never logged.</summary>
    public string ConnectionString { get; }

    /// <summary>Where a development machine keeps what must not be committed.</summary>
    public static string LocalFolder(string contentRoot)
    {
        for (var folder = new DirectoryInfo(contentRoot); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Hotline.sln")))
            {
                return Path.Combine(folder.FullName, ".local");
            }
        }

        return Path.Combine(Path.GetFullPath(contentRoot), ".local");
    }

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null && OperatingSystem.IsLinux())
        {
            await cluster.DisposeAsync();
        }
    }
}
