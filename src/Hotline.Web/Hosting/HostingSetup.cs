using System.Globalization;
using Microsoft.Extensions.Options;

namespace Hotline.Web.Hosting;

public static class HostingSetup
{
    public static void AddHosting(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<HotlineOptions>().BindConfiguration("Hotline").ValidateOnStart();
        services.AddSingleton<IValidateOptions<HotlineOptions>, HotlineOptionsValidation>();
        services.AddOptions<CrossBorderOptions>().BindConfiguration(CrossBorderOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<CrossBorderOptions>, CrossBorderValidation>();
        // Not from the options: the server itself needs a clock before they are checked.
        var offset = TimeSpan.TryParse(builder.Configuration["Hotline:ClockOffset"], CultureInfo.InvariantCulture, out var given) ? given : TimeSpan.Zero;
        services.AddSingleton(provider => Clock(offset, builder.Environment, provider.GetRequiredService<ILogger<ShiftedClock>>()));
        services.AddSingleton<IIdSource, RandomIds>();
        services.AddHealthChecks().AddCheck<ReadyCheck>("database");
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
    }

    /// <summary>A node without pages has no sign-in to send anybody to: whatever else is asked for is not here.</summary>
    public static void MapNothingElse(this WebApplication app) => app.MapFallback("{**path}", () => Results.NotFound()).AllowAnonymous();

#pragma warning disable RS0030 // The composition root is where the machine's clock comes from.
    private static TimeProvider Clock(TimeSpan offset, IHostEnvironment environment, ILogger log)
    {
        if (offset == TimeSpan.Zero)
            return environment.IsDevelopment() ? new ShiftedClock(TimeProvider.System, offset) : TimeProvider.System;
        log.LogWarning("THE CLOCK IS SHIFTED by {Offset}: hours, windows and records follow the shifted time.", offset);
        return new ShiftedClock(TimeProvider.System, offset);
    }
#pragma warning restore RS0030
}
