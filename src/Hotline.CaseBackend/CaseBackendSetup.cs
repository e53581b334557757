using System.Net.Http.Headers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Hotline.CaseBackend;

public static class CaseBackendSetup
{
    /// <summary>Adds <see cref="ICaseBackend"/>, configured by the section <c>CaseBackend</c>. A <see cref="TimeProvider"/> must be registered.</summary>
    public static IServiceCollection AddCaseBackend(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CaseBackendOptions>()
            .Bind(configuration.GetSection(CaseBackendOptions.Section))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<CaseBackendOptions>, CaseBackendOptionsRules>();
        services.TryAddSingleton(provider => CaseBackendPipeline.Build(provider.GetRequiredService<TimeProvider>()));
        services.AddHttpClient<ICaseBackend, HttpCaseBackend>(ConfigureClient)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // A redirect could carry a victim's words to another host.
                AllowAutoRedirect = false,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            // The factory's own logs print addresses, and ours carry a caller's reference.
            .RemoveAllLoggers();
        return services;
    }

    private static void ConfigureClient(IServiceProvider provider, HttpClient client)
    {
        var options = provider.GetRequiredService<IOptions<CaseBackendOptions>>().Value;
        client.BaseAddress = new(options.BaseUrl!.AbsoluteUri.TrimEnd('/') + "/");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.ApiKey);
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        client.DefaultRequestHeaders.Accept.ParseAdd("application/problem+json");
        client.Timeout = Timeout.InfiniteTimeSpan;
    }
}
