namespace Hotline.Web.Calls;

public static class CallsSetup
{
    public static void AddCalls(this IServiceCollection services)
    {
        services.AddSingleton<CallStore>();
        services.AddSingleton<ConsentStore>();
        services.AddTransient<CloseEndedCallsJob>();
        services.AddTransient<DestroyKeyJob>();
    }
}
