using Dapper;
using Hangfire;
using Hangfire.PostgreSql;
using Npgsql;

namespace Hotline.Web.Jobs;

/// <summary>Hangfire's tables, in their own schema of our database.</summary>
public sealed class JobStore(NpgsqlDataSource database)
{
    private const string Schema = "hangfire";

    // Any number will do, as long as every version of the service uses the same one.
    private const long LockKey = 0x0273_5899_4001;

    /// <summary>Touches no database: a node starts without one.</summary>
    public static JobStorage Open(NpgsqlDataSource database) => new PostgreSqlStorage(
        new SharedConnections(database),
        new PostgreSqlStorageOptions
        {
            SchemaName = Schema,
            PrepareSchemaIfNecessary = false,
            // Picks up at once what its own process enqueued; this is the wait for what another node enqueued.
            QueuePollInterval = TimeSpan.FromSeconds(1),
            // A job of a dead node starts again after this, and a long one is not started twice meanwhile.
            InvisibilityTimeout = TimeSpan.FromMinutes(1),
            UseSlidingInvisibilityTimeout = true,
        });

    /// <summary>Brings the tables to the shape that Hangfire needs; one node at a time, because its installer refuses company.</summary>
    /// <exception cref="NpgsqlException">The database cannot be reached.</exception>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition($"select pg_advisory_lock({LockKey})", commandTimeout: 0, cancellationToken: cancellation));
        try
        {
            PostgreSqlObjectsInstaller.Install(connection, Schema);
        }
        finally
        {
            // The pool would keep the session, and the lock with it.
            await connection.ExecuteAsync($"select pg_advisory_unlock({LockKey})");
        }
    }

    private sealed class SharedConnections(NpgsqlDataSource database) : IConnectionFactory
    {
        public NpgsqlConnection GetOrCreateConnection() => database.CreateConnection();
    }
}
