namespace Hotline.Web.Agencies;

public static class AgenciesSetup
{
    public static void AddAgencies(this IServiceCollection services)
    {
        services.AddSingleton<AgencyStore>();
    }
}
