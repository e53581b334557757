using System.Runtime.Versioning;
using Dapper;
using Hotline.Web.Postgres;
using Hotline.Web.Tests.Harness;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.Web.Tests.Postgres;

[SupportedOSPlatform("linux")]
public sealed class MigratorTests : IAsyncLifetime
{
    private PostgresDatabase database = null!;

    public async Task InitializeAsync() => database = await (await PostgresTemplate.SharedAsync()).CreateEmptyDatabaseAsync();

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Nodes_that_start_together_apply_each_migration_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => NewMigrator().RunAsync(CancellationToken.None)));

        await using var connection = await database.Source.OpenConnectionAsync();
        var applied = await connection.QueryAsync<string>("select scriptname from schema_versions order by scriptname");
        Assert.Equal(Migrator.Known, applied, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Starting_again_changes_nothing()
    {
        await NewMigrator().RunAsync(CancellationToken.None);

        await NewMigrator().RunAsync(CancellationToken.None);

        await using var connection = await database.Source.OpenConnectionAsync();
        Assert.Equal(Migrator.Known.Count, await connection.ExecuteScalarAsync<int>("select count(*) from schema_versions"));
    }

    [Fact]
    public async Task A_database_that_a_newer_version_migrated_is_refused_by_name()
    {
        await NewMigrator().RunAsync(CancellationToken.None);
        await using (var connection = await database.Source.OpenConnectionAsync())
        {
            await connection.ExecuteAsync("insert into schema_versions (scriptname, applied) values ('9999_future.sql', localtimestamp)");
        }

        var refusal = await Assert.ThrowsAsync<DatabaseUnusableException>(() => NewMigrator().RunAsync(CancellationToken.None));

        Assert.Contains("newer version", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("9999_future.sql", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moment_comes_back_as_it_was_written()
    {
        var written = new DateTimeOffset(2026, 12, 25, 10, 0, 0, TimeSpan.FromHours(9));
        await using var connection = await database.Source.OpenConnectionAsync();

        var read = await connection.QuerySingleAsync<Row>("select @written as started_at, null::timestamptz as ended_at, @day as spoken_day", new { written, day = new DateOnly(2026, 12, 25) });

        Assert.Equal(new Row(written.ToUniversalTime(), null, new DateOnly(2026, 12, 25)), read);
    }

    [Fact]
    public void A_faulty_connection_string_is_not_repeated()
    {
        var refusal = Assert.Throws<DatabaseUnusableException>(() => PostgresSetup.CreateDataSource("Host=db;Passwort=hush-hush"));

        Assert.DoesNotContain("hush-hush", refusal.ToString(), StringComparison.Ordinal);
    }

    private Migrator NewMigrator() => new(database.Source, NullLogger<Migrator>.Instance);

    private sealed record Row(DateTimeOffset StartedAt, DateTimeOffset? EndedAt, DateOnly SpokenDay);
}
