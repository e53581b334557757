using System.Runtime.Versioning;
using Hotline.Web.Postgres;
using Npgsql;

namespace Hotline.Web.Tests.Harness;

/// <summary>
/// One database for one test class: <c>IClassFixture&lt;PostgresFixture&gt;</c>, or made in the test itself with
/// <see cref="PostgresTemplate.CreateDatabaseAsync"/>.
/// </summary>
[SupportedOSPlatform("linux")]
public sealed class PostgresDatabase : IAsyncDisposable
{
    private readonly PostgresTemplate server;
    private readonly string name;

    internal PostgresDatabase(PostgresTemplate server, string name, string connectionString)
    {
        this.server = server;
        this.name = name;
        ConnectionString = connectionString;
        DapperSettings.Apply();
        Source = PostgresSetup.CreateDataSource(connectionString);
    }

    /// <summary>For a host under test: <c>ConnectionStrings:Hotline</c>.</summary>
    public string ConnectionString { get; }

    /// <summary>For the test itself; set up as the service's own.</summary>
    public NpgsqlDataSource Source { get; }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await server.ExecuteAsync($"drop database if exists {name} with (force)");
    }
}

/// <summary>A migrated database for a test class.</summary>
[SupportedOSPlatform("linux")]
public sealed class PostgresFixture : IAsyncLifetime
{
    private PostgresDatabase? database;

    public PostgresDatabase Database => database ?? throw new InvalidOperationException("The fixture has not been initialised.");

    public async Task InitializeAsync() => database = await (await PostgresTemplate.SharedAsync()).CreateDatabaseAsync();

    public async Task DisposeAsync()
    {
        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }
}
