using Hotline.Sandbox.Cases;
using Hotline.Sandbox.Faults;
using Hotline.Sandbox.Network;
using Hotline.Sandbox.SpeechServer;

namespace Hotline.Sandbox;

/// <summary>The whole sandbox inside a test: on a free loopback port, with the test's clock and its way to the hotline.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private SandboxServer(WebApplication app) => this.app = app;

    /// <summary>What <c>Twilio:ApiBaseUrl</c> has to be; the other servers stand below it, see <see cref="SandboxPaths"/>.</summary>
    public Uri BaseUrl => new(app.Urls.First());

    public TelephoneNetwork Network => app.Services.GetRequiredService<TelephoneNetwork>();

    public SimulatedCaseBackend Cases => app.Services.GetRequiredService<SimulatedCaseBackend>();

    public SpeechScript Speech => app.Services.GetRequiredService<SpeechScript>();

    public FaultPlan Faults => app.Services.GetRequiredService<FaultPlan>();

    /// <param name="transport">Reaches the hotline, for example a <c>WebApplicationFactory</c>'s handler; null: the network.</param>
    public static async Task<SandboxServer> StartAsync(SandboxSettings settings, TimeProvider time, HttpMessageInvoker? transport = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Sandbox" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(time);
        if (transport is not null)
            builder.Services.AddSingleton(transport);
        builder.Services.AddSandbox(new ConfigurationBuilder().Build());
        var built = builder.Build();
        built.MapSandbox();
        await built.StartAsync();
        return new(built);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
