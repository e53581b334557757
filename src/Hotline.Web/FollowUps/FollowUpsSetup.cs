namespace Hotline.Web.FollowUps;

public static class FollowUpsSetup
{
    public static void AddFollowUps(this IServiceCollection services)
    {
        services.AddSingleton<FollowUpStore>();
        services.AddSingleton<FollowUpTimes>();
        services.AddTransient<FollowUpRunner>();
        services.AddTransient<FollowUpDrain>();
        services.AddTransient<FollowUpJob>();
    }
}
