namespace Hotline.Web.Callbacks;

public static class CallbacksSetup
{
    public static void AddCallbacks(this IServiceCollection services)
    {
        services.AddSingleton<CallbackStore>();
    }
}
