using Npgsql;

namespace Hotline.Web.Postgres;

/// <summary>
/// The one <see cref="NpgsqlDataSource"/> of the process. <c>ConnectionStrings:Hotline</c> says which server; empty means a
/// private cluster under <c>.local/</c>, which Production refuses.
/// </summary>
public static class PostgresSetup
{
    /// <summary>Stores name their tables without a schema: this one is searched.</summary>
    public const string Schema = "hotline";

    /// <summary>
    /// Registers the data source, the <see cref="Migrator"/>, and its run before anything else of the host starts. The services are
    /// disposed asynchronously (<c>await using</c>), because leaving a private cluster takes a moment.
    /// </summary>
    public static IServiceCollection AddPostgres(this IServiceCollection services)
    {
        DapperSettings.Apply();
        services.AddSingleton<DatabaseAddress>();
        services.AddSingleton(Open);
        services.AddSingleton<Migrator>();
        services.AddSingleton<MigrateAtStart>();
        services.AddHostedService(provider => provider.GetRequiredService<MigrateAtStart>());
        services.AddSingleton<DatabaseWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<DatabaseWatch>());
        return services;
    }

    /// <summary>Builds the data source that stores expect. The caller disposes it.</summary>
    public static NpgsqlDataSource CreateDataSource(string connectionString, ILoggerFactory? loggers = null)
    {
        NpgsqlDataSourceBuilder builder;
        try
        {
            builder = new NpgsqlDataSourceBuilder(connectionString);
        }
        catch (ArgumentException)
        {
            // Npgsql's own message repeats the faulty part, which may be the password.
            throw new DatabaseUnusableException(
                "ConnectionStrings:Hotline is not a PostgreSQL connection string; it should read like Host=db;Database=hotline;Username=hotline;Password=…");
        }

        // Without a name the whole connection string becomes a metric label.
        builder.Name = "hotline";
        builder.ConnectionStringBuilder.SearchPath = Schema;
        builder.ConnectionStringBuilder.ApplicationName ??= "hotline";
        builder.UseLoggerFactory(loggers);
        return builder.Build();
    }

    private static NpgsqlDataSource Open(IServiceProvider provider) =>
        CreateDataSource(provider.GetRequiredService<DatabaseAddress>().ConnectionString, provider.GetService<ILoggerFactory>());
}
