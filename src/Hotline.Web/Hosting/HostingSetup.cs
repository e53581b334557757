using Microsoft.Extensions.Options;

namespace Hotline.Web.Hosting;

public static class HostingSetup
{
    public static void AddHosting(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<HotlineOptions>().BindConfiguration("Hotline").ValidateOnStart();
        services.AddSingleton<IValidateOptions<HotlineOptions>, HotlineOptionsValidation>();
        services.AddSingleton<TimeProvider>(provider => Clock(provider.GetRequiredService<IOptions<HotlineOptions>>().Value, provider.GetRequiredService<ILogger<ShiftedClock>>()));
        services.AddSingleton<IIdSource, RandomIds>();
        services.AddHealthChecks().AddCheck<ReadyCheck>("database");
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
    }

#pragma warning disable RS0030 // The composition root is where the machine's clock comes from.
    private static TimeProvider Clock(HotlineOptions options, ILogger log)
    {
        if (options.ClockOffset == TimeSpan.Zero)
            return TimeProvider.System;
        log.LogWarning("THE CLOCK IS SHIFTED by {Offset}: hours, windows and records follow the shifted time.", options.ClockOffset);
        return new ShiftedClock(TimeProvider.System, options.ClockOffset);
    }
#pragma warning restore RS0030
}
