using System.Runtime.Versioning;
using Npgsql;

namespace Hotline.Web.Postgres;

/// <summary>
/// A PostgreSQL server of our own, for a machine without one: made at first use, found again later, shared by every process
/// that uses the same folder, and stopped by the last of them. Development and tests only; its settings for durability
/// are PostgreSQL's own.
/// </summary>
[SupportedOSPlatform("linux")]
public sealed class PrivateCluster : IAsyncDisposable
{
    private const string PresenceName = "hotline presence";
    private const string Database = "hotline";

    // A killed postmaster's pid stays for up to two seconds, and a start within that time is refused.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ClusterFolder folder;
    private readonly ServerUser user;
    private readonly string binaries;
    private readonly TimeProvider time;
    private NpgsqlConnection? presence;

    private PrivateCluster(ClusterFolder folder, ServerUser user, string binaries, TimeProvider time)
    {
        this.folder = folder;
        this.user = user;
        this.binaries = binaries;
        this.time = time;
    }

    /// <summary>Leads to the database <c>hotline</c> of the cluster. Holds no secret.</summary>
    public string ConnectionString => Address(Database).ConnectionString;

    /// <summary>Folder with <c>pg_ctl</c>, for whoever has to stop the cluster from outside.</summary>
    public string Binaries => binaries;

    public ClusterFolder Folder => folder;

    /// <summary>
    /// Starts the cluster kept in <paramref name="wanted"/> (an absolute path), or joins it. <paramref name="settings"/> are additional
    /// server settings, such as <c>fsync=off</c> for a throwaway cluster.
    /// </summary>
    /// <exception cref="DatabaseUnusableException">It cannot be had here; the message says why.</exception>
    public static async Task<PrivateCluster> StartAsync(
        string wanted, IReadOnlyList<string> settings, TimeProvider time, CancellationToken cancellation)
    {
        var account = ServerUser.ForServer();
        var place = await ClusterFolder.PrepareAsync(wanted, account, cancellation);
        var programs = await PostgresBinaries.FindAsync(place.DataVersion, cancellation);
        var cluster = new PrivateCluster(place, account, programs, time);
        await using (await FileLock.TakeAsync(place.LockFile, time, cancellation))
        {
            await cluster.InitializeAsync(cancellation);
            await cluster.AttachAsync(settings, cancellation);
            await cluster.CreateDatabaseAsync(cancellation);
        }

        return cluster;
    }

    /// <summary>Leaves the cluster, and stops it when no other process is using it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (presence is null)
        {
            return;
        }

        await using (await FileLock.TakeAsync(folder.LockFile, time, CancellationToken.None))
        {
            var isLast = await IsLastAsync();
            await presence.DisposeAsync();
            presence = null;
            if (isLast)
            {
                await user.RunAsync(Tool("pg_ctl"), ["-D", folder.Data, "-m", "fast", "-w", "-t", "30", "stop"], CancellationToken.None);
            }
        }
    }

    // initdb works in another folder first, so that one that was killed half way leaves no data folder that looks whole.
    private async Task InitializeAsync(CancellationToken cancellation)
    {
        if (folder.DataVersion is not null)
        {
            return;
        }

        var unfinished = folder.Data + ".new";
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        await MustSucceedAsync("initdb", ["-D", unfinished, "-U", "hotline", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions"], cancellation);
        Directory.Move(unfinished, folder.Data);
    }

    private async Task AttachAsync(IReadOnlyList<string> settings, CancellationToken cancellation)
    {
        string[] all = ["listen_addresses=''", $"unix_socket_directories='{folder.Sockets}'", "port=5432", "max_connections=200", .. settings];
        var options = string.Join(' ', all.Select(setting => $"-c {setting}"));
        var began = time.GetTimestamp();
        while (!await TryJoinAsync(cancellation))
        {
            // Through pg_ctl and not directly: it gives the server its own session, so that Ctrl+C reaches us and not the database.
            var started = await user.RunAsync(Tool("pg_ctl"), ["-D", folder.Data, "-l", folder.Log, "-w", "-t", "30", "-o", options, "start"], cancellation);
            if (!started.Succeeded && time.GetElapsedTime(began) > Patience)
            {
                throw new DatabaseUnusableException($"The private database does not start; the end of {folder.Log} says why. pg_ctl said: {started.Output.Trim()}");
            }

            if (!started.Succeeded)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(250), time, cancellation);
            }
        }
    }

    // One open connection for each process is how the last one knows that it is the last.
    private async Task<bool> TryJoinAsync(CancellationToken cancellation)
    {
        var address = Address("postgres");
        (address.Pooling, address.ApplicationName) = (false, PresenceName);
        var connection = new NpgsqlConnection(address.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            presence = connection;
            return true;
        }
        catch (NpgsqlException)
        {
            await connection.DisposeAsync();
            return false;
        }
    }

    private async Task CreateDatabaseAsync(CancellationToken cancellation)
    {
        await using var exists = new NpgsqlCommand("select count(*) from pg_database where datname = 'hotline'", presence);
        if ((long)(await exists.ExecuteScalarAsync(cancellation))! == 0)
        {
            await using var create = new NpgsqlCommand("create database hotline", presence);
            await create.ExecuteNonQueryAsync(cancellation);
        }
    }

    private async Task<bool> IsLastAsync()
    {
        try
        {
            await using var others = new NpgsqlCommand(
                "select count(*) from pg_stat_activity where application_name = @name and pid <> pg_backend_pid()", presence);
            others.Parameters.AddWithValue("name", PresenceName);
            return (long)(await others.ExecuteScalarAsync())! == 0;
        }
        catch (NpgsqlException)
        {
            // The server is gone already: nothing is left to stop.
            return false;
        }
    }

    private async Task MustSucceedAsync(string tool, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var result = await user.RunAsync(Tool(tool), arguments, cancellation);
        if (!result.Succeeded)
        {
            throw new DatabaseUnusableException($"The private database could not be made; {tool} said: {result.Output.Trim()}");
        }
    }

    private NpgsqlConnectionStringBuilder Address(string database) =>
        new() { Host = folder.Sockets, Port = 5432, Username = "hotline", Database = database };

    private string Tool(string name) => Path.Combine(binaries, name);
}
