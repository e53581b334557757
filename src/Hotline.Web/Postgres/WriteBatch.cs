using Npgsql;

namespace Hotline.Web.Postgres;

/// <summary>Writes of several stores, sent in one round trip inside one transaction. Parameters are named; a null is a database null.</summary>
public sealed class WriteBatch
{
    private readonly List<(string Sql, (string Name, object? Value)[] Parameters)> writes = [];

    public void Add(string sql, params (string Name, object? Value)[] parameters) => writes.Add((sql, parameters));

    public async Task SendAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        if (writes.Count == 0)
            return;
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var (sql, parameters) in writes)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = sql;
            foreach (var (name, value) in parameters)
                command.Parameters.Add(new NpgsqlParameter(name, Storable(value)));
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellation);
    }

    // timestamptz holds a moment, not an offset, and Npgsql takes it in UTC only.
    private static object Storable(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset moment => moment.ToUniversalTime(),
        _ => value,
    };
}
