using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Hotline.Web.Schedule;

public static class ScheduleSetup
{
    public static void AddSchedule(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<ScheduleOptions>().BindConfiguration("OpeningHours").ValidateOnStart();
        services.AddSingleton<IValidateOptions<ScheduleOptions>, ScheduleOptionsValidation>();
        services.AddSingleton<ScheduleStore>();
        services.AddHostedService<KeepFirstSchedule>();
        services.AddTransient<WatchHolidaysJob>();
        services.AddHealthChecks().AddCheck<HolidaysKnownCheck>("holidays", failureStatus: HealthStatus.Degraded);
    }
}
