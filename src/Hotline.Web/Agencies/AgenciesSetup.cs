using Microsoft.Extensions.Options;

namespace Hotline.Web.Agencies;

public static class AgenciesSetup
{
    public static void AddAgencies(this IServiceCollection services)
    {
        services.AddOptions<AgenciesOptions>().BindConfiguration("Agencies").ValidateOnStart();
        services.AddSingleton<IValidateOptions<AgenciesOptions>, AgenciesOptionsValidation>();
        services.AddSingleton<AgencyStore>();
        services.AddTransient<WatchAgenciesJob>();
    }
}
