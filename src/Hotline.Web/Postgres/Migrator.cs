using System.Reflection;
using DbUp;
using DbUp.Engine;
using DbUp.Postgresql;
using Npgsql;

namespace Hotline.Web.Postgres;

/// <summary>
/// Brings the database to the shape that this version needs: the numbered scripts of <c>Postgres/Migrations</c>, forward only,
/// each in its own transaction, by one node at a time.
/// </summary>
public sealed class Migrator(NpgsqlDataSource database, ILogger<Migrator> logger)
{
    private const string ResourcePrefix = "migrations/";
    private const string Journal = "schema_versions";

    // Any number will do, as long as every version of the service uses the same one.
    private const long LockKey = 0x0273_5899_4000;

    /// <summary>Names of all scripts that this version knows, in order.</summary>
    public static IReadOnlyList<string> Known { get; } =
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .Select(name => name[ResourcePrefix.Length..])
            .Order(StringComparer.Ordinal)];

    /// <exception cref="DatabaseUnusableException">A newer version migrated the database, or a script failed.</exception>
    /// <exception cref="NpgsqlException">The database cannot be reached.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        // The lock lives on its own connection: DbUp opens and closes others as it likes, and a dead node frees it by dying.
        await using var holder = await database.OpenConnectionAsync(cancellation);
        await ExecuteAsync(holder, $"select pg_advisory_lock({LockKey})", cancellation);
        try
        {
            await ExecuteAsync(holder, $"create schema if not exists {PostgresSetup.Schema}", cancellation);
            await RefuseNewerAsync(holder, cancellation);
            Upgrade();
        }
        finally
        {
            // The pool would keep the session, and the lock with it.
            await ExecuteAsync(holder, $"select pg_advisory_unlock({LockKey})", CancellationToken.None);
        }
    }

    private void Upgrade()
    {
        var result = DeployChanges.To
            .PostgresqlDatabase(new PostgresqlConnectionManager(database))
            .JournalToPostgresqlTable(PostgresSetup.Schema, Journal)
            .WithScripts(Known.Select(Read))
            .WithVariablesDisabled()
            .WithTransactionPerScript()
            .LogTo(new MigrationLog(logger))
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
        {
            throw new DatabaseUnusableException($"The migration {result.ErrorScript?.Name} failed: {result.Error.Message}", result.Error);
        }
    }

    private static async Task RefuseNewerAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var table = $"{PostgresSetup.Schema}.{Journal}";
        await using var exists = new NpgsqlCommand($"select to_regclass('{table}') is not null", connection);
        if (!(bool)(await exists.ExecuteScalarAsync(cancellation))!)
        {
            return;
        }

        await using var unknown = new NpgsqlCommand($"select scriptname from {table} where scriptname <> all (@known) order by scriptname limit 1", connection);
        unknown.Parameters.AddWithValue("known", Known.ToArray());
        if (await unknown.ExecuteScalarAsync(cancellation) is string script)
        {
            throw new DatabaseUnusableException(
                $"The database was migrated by a newer version of this service (it knows {script}, this version does not): start the newer version, or restore a backup from before it.");
        }
    }

    private static SqlScript Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(ResourcePrefix + name)!);
        return new SqlScript(name, reader.ReadToEnd());
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        // Waiting for another node's migration may take longer than a command's usual patience.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
