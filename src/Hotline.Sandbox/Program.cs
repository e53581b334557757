namespace Hotline.Sandbox;

/// <summary>In a namespace of its own, because tests refer to this program and to the hotline's at once.</summary>
internal static class Program
{
    private static async Task Main(string[] args)
    {
        // The page stands beside the program, wherever it is started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(SandboxAddress.From(builder.Configuration));
#pragma warning disable RS0030 // The composition root names the one real clock.
        builder.Services.AddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        builder.Services.AddSandbox(builder.Configuration);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        var app = builder.Build();
        app.UseDefaultFiles();
        app.UseStaticFiles();
        app.MapSandbox();
        await app.RunAsync();
    }
}
