using Hotline.Web.Postgres;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Hotline.Web.Hosting;

/// <summary>Ready: the database answers and has the shape that this version needs.</summary>
public sealed class ReadyCheck(NpgsqlDataSource database, MigrateAtStart migration) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!migration.IsDone)
            return HealthCheckResult.Unhealthy("The database is not migrated yet.");
        try
        {
            await using var command = database.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (NpgsqlException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }
}
