using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Hotline.Web.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Hotline.Web.Tests.Harness;

/// <summary>
/// One throwaway PostgreSQL server for the whole test run, with a migrated template database that every test class clones.
/// Started at first use; a watcher outside stops it and deletes it when the test process is gone, however that ended.
/// </summary>
[SupportedOSPlatform("linux")]
public sealed class PostgresTemplate
{
    private const string TemplateName = "template_hotline";
    private static readonly string[] Settings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=400"];
    private static readonly Lazy<Task<PostgresTemplate>> TheOne = new(StartAsync);

    private readonly PrivateCluster cluster;

    private int clones;

    private PostgresTemplate(PrivateCluster cluster) => this.cluster = cluster;

    public static Task<PostgresTemplate> SharedAsync() => TheOne.Value;

    /// <summary>A new database with every migration applied. Dropped when disposed, open connections or not.</summary>
    public Task<PostgresDatabase> CreateDatabaseAsync() => CreateAsync(TemplateName);

    /// <summary>A new database with nothing in it, for tests of the migrations themselves.</summary>
    public Task<PostgresDatabase> CreateEmptyDatabaseAsync() => CreateAsync("template1");

    internal async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(AddressOf("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<PostgresDatabase> CreateAsync(string template)
    {
        var name = "test_" + Interlocked.Increment(ref clones).ToString(CultureInfo.InvariantCulture);
        await ExecuteAsync($"create database {name} template {template}");
        // Idle sessions of many databases add up: they are closed soon.
        var address = new NpgsqlConnectionStringBuilder(AddressOf(name)) { Pooling = true, MaxPoolSize = 40, ConnectionIdleLifetime = 5, ConnectionPruningInterval = 1 };
        return new PostgresDatabase(this, name, address.ConnectionString);
    }

    private static async Task<PostgresTemplate> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("hotline-test-").FullName;
        // The server's own account must be able to pass through; what is inside stays closed.
        File.SetUnixFileMode(folder, (UnixFileMode)Convert.ToInt32("711", 8));
        var started = await PrivateCluster.StartAsync(Path.Combine(folder, "pg"), Settings, TimeProvider.System, CancellationToken.None);
        WatchOver(folder);

        var template = new PostgresTemplate(started);
        await template.ExecuteAsync($"create database {TemplateName}");
        var unpooled = new NpgsqlConnectionStringBuilder(template.AddressOf(TemplateName)) { Pooling = false };
        await using var database = PostgresSetup.CreateDataSource(unpooled.ConnectionString);
        await new Migrator(database, NullLogger<Migrator>.Instance).RunAsync(CancellationToken.None);
        return template;
    }

    // The test runner may kill this process as soon as the last test has reported, too early for any clean-up inside it.
    private static void WatchOver(string folder)
    {
        const string script = """
            while kill -0 "$1" 2>/dev/null; do sleep 1; done
            pid=$(head -n 1 "$2/pg/data/postmaster.pid") && kill -QUIT "$pid"
            while kill -0 "$pid" 2>/dev/null; do sleep 0.2; done
            rm -rf "$2"
            """;
        var pid = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        // Its own session and no inherited pipes, or the runner would wait for it.
        Process.Start("/bin/sh", ["-c", "setsid /bin/sh -c \"$0\" watch \"$1\" \"$2\" </dev/null >/dev/null 2>&1 &", script, pid, folder])!.Dispose();
    }

    private string AddressOf(string database) =>
        new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Database = database, Pooling = false }.ConnectionString;
}
