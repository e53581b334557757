namespace Hotline.Web.Cases;

public static class CasesSetup
{
    public static void AddCases(this IServiceCollection services)
    {
        services.AddSingleton<CaseStore>();
        services.AddSingleton<LateEntries>();
        services.AddTransient<OpenCaseJob>();
        services.AddTransient<AppendEntryJob>();
        services.AddTransient<WithdrawCaseJob>();
    }
}
