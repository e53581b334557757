using Hangfire;
using Hangfire.AspNetCore;
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
        // Our own and not Hangfire's process-wide ones: two hosts in one process must not run each other's jobs.
        services.AddSingleton(provider => JobStore.Open(provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddHangfire((provider, hangfire) => hangfire
            .UseLogProvider(new JobLog(provider.GetRequiredService<ILoggerFactory>()))
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings());
        services.AddSingleton<JobStore>();
        services.AddSingleton<JobsAtStart>();
        services.AddHostedService(provider => provider.GetRequiredService<JobsAtStart>());
        services.AddSingleton<FollowUpSignal>();
        services.AddHostedService<FollowUpSignalListener>();
        var hotline = builder.Configuration.GetSection("Hotline").Get<HotlineOptions>() ?? new HotlineOptions();
        if (!hotline.IsWorker)
            return;
        services.AddSingleton<RecurringJobs>();
        services.AddSingleton<JobServers>();
        services.AddHostedService<FollowUpTicker>();
        services.AddHealthChecks().AddCheck<JobsRunningCheck>("jobs");
    }

    /// <summary>The dashboard shows ids and attempts, nothing personal; it is the administrators' all the same.</summary>
    public static void MapJobs(this WebApplication app) =>
        app.MapHangfireDashboardWithAuthorizationPolicy(Policies.Admin, "/jobs");
}
