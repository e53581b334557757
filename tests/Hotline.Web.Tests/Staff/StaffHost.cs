using System.Runtime.Versioning;
using Hotline.Web.Console;
using Hotline.Web.Hosting;
using Hotline.Web.Postgres;
using Hotline.Web.Staff;
using Hotline.Web.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hotline.Web.Tests.Staff;

/// <summary>Sign-in and console alone, on a database of their own: what they need from the host and nothing more.</summary>
[SupportedOSPlatform("linux")]
public sealed class StaffHost : IAsyncDisposable
{
    private readonly PostgresDatabase database;
    private readonly IDataProtectionProvider keyRing;
    private readonly WebApplication app;

    private StaffHost(PostgresDatabase database, IDataProtectionProvider keyRing, WebApplication app)
    {
        this.database = database;
        this.keyRing = keyRing;
        this.app = app;
    }

    public PostgresDatabase Database => database;

    public IServiceProvider Services => app.Services;

    public static async Task<StaffHost> StartAsync(string environment = "Development")
    {
        var clone = await (await PostgresTemplate.SharedAsync()).CreateDatabaseAsync();
        var keys = new EphemeralDataProtectionProvider();
        var builder = NewBuilder(clone, keys, environment);
        builder.WebHost.UseTestServer();
        var web = builder.Build();
        web.MapStaff();
        web.MapConsole();
        web.MapGet("/unlisted", () => "secret");
        await web.StartAsync();
        return new StaffHost(clone, keys, web);
    }

    /// <summary>A second process on the same database, as a command is one.</summary>
    public IServiceProvider NewProcess() => NewBuilder(database, keyRing, "Development").Build().Services;

    public StaffBrowser NewBrowser() => new(app.GetTestClient());

    public async Task<EnrollmentOutcome.Enrolled> EnrollAsync(string email, string role)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<StaffEnrollment>().AddAsync(
            new NewStaff { Email = email, Name = "김상담", Role = role, Phone = "+821000001234" }, CancellationToken.None);
        return Assert.IsType<EnrollmentOutcome.Enrolled>(outcome);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    private static WebApplicationBuilder NewBuilder(PostgresDatabase database, IDataProtectionProvider keyRing, string environment)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, ApplicationName = typeof(StaffSetup).Assembly.GetName().Name });
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:Hotline", database.ConnectionString)]);
        builder.Logging.ClearProviders();
        builder.Services.AddPostgres();
        builder.Services.AddSingleton(keyRing);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IIdSource, RandomIds>();
        builder.AddStaff();
        builder.AddConsole();
        return builder;
    }
}
