using Hangfire;
using Hangfire.PostgreSql;
using Hotline.Web.FollowUps;
using Hotline.Web.Hosting;
using Hotline.Web.Staff;
using Npgsql;

namespace Hotline.Web.Jobs;

/// <summary>Hangfire, on the same database. Web nodes only hand work over; worker nodes run it.</summary>
public static class JobsSetup
{
    public static void AddJobs(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddHangfire((provider, hangfire) => hangfire
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings()
            .UsePostgreSqlStorage(
                storage => storage.UseConnectionFactory(new SharedConnections(provider.GetRequiredService<NpgsqlDataSource>())),
                new PostgreSqlStorageOptions
                {
                    SchemaName = "hangfire",
                    // Picks up at once what its own process enqueued; this is the wait for what another node enqueued.
                    QueuePollInterval = TimeSpan.FromSeconds(1),
                    // A job of a dead node starts again after this, and a long one is not started twice meanwhile.
                    InvisibilityTimeout = TimeSpan.FromMinutes(1),
                    UseSlidingInvisibilityTimeout = true,
                }));
        services.AddSingleton<FollowUpSignal>();
        services.AddHostedService<FollowUpSignalListener>();
        var hotline = builder.Configuration.GetSection("Hotline").Get<HotlineOptions>() ?? new HotlineOptions();
        if (!hotline.IsWorker)
            return;
        services.AddHangfireServer(server => server.WorkerCount = Math.Max(4, Environment.ProcessorCount * 2));
        services.AddHostedService<RecurringJobs>();
    }

    /// <summary>The dashboard shows ids and attempts, nothing personal; it is the administrators' all the same.</summary>
    public static void MapJobs(this WebApplication app) =>
        app.MapHangfireDashboardWithAuthorizationPolicy(Policies.Admin, "/jobs");

    private sealed class SharedConnections(NpgsqlDataSource database) : IConnectionFactory
    {
        public NpgsqlConnection GetOrCreateConnection() => database.CreateConnection();
    }
}
