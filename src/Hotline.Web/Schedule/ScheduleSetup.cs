using Microsoft.Extensions.Options;

namespace Hotline.Web.Schedule;

public static class ScheduleSetup
{
    public static void AddSchedule(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ScheduleOptions>().BindConfiguration("OpeningHours").ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ScheduleOptions>, ScheduleOptionsValidation>();
        builder.Services.AddSingleton<ScheduleStore>();
    }
}
