using Hotline.Sandbox.Carrier;
using Hotline.Sandbox.Cases;
using Hotline.Sandbox.Control;
using Hotline.Sandbox.Faults;
using Hotline.Sandbox.Network;
using Hotline.Sandbox.SpeechServer;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Hotline.Sandbox;

/// <summary>Puts the simulated world together. A <see cref="TimeProvider"/> must be registered; a <see cref="HttpMessageInvoker"/> may be, to reach the hotline otherwise than over the network.</summary>
public static class SandboxSetup
{
    public static IServiceCollection AddSandbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SandboxSettings>().Bind(configuration.GetSection(SandboxSettings.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SandboxSettings>, SandboxSettingsRules>();
        services.TryAddSingleton(provider => provider.GetRequiredService<IOptions<SandboxSettings>>().Value);
        services.TryAddSingleton<HttpMessageInvoker>(_ => new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
        }));
        services.AddSingleton<FaultPlan>();
        services.AddSingleton<TelephoneNetwork>();
        services.AddSingleton<SimulatedCaseBackend>();
        services.AddSingleton<SpeechScript>();
        services.AddSingleton(provider => new SpokenSamples(SpokenSamples.ShippedFolder, provider.GetRequiredService<SpeechScript>()));
        services.AddSingleton<LiveLines>();
        services.AddSingleton<HotlineClock>();
        return services;
    }

    public static void MapSandbox(this WebApplication app)
    {
        // Made now, so that the speech server knows the samples before the first call.
        app.Services.GetRequiredService<SpokenSamples>();
        app.UseMiddleware<FaultMiddleware>();
        app.MapCarrier();
        app.MapCases();
        app.MapSpeech();
        app.MapControl();
    }
}
