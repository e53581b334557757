using System.CommandLine;
using System.Runtime.Versioning;
using Hotline.CallFlow.Hours;
using Hotline.Web.Hosting;
using Hotline.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Hotline.Web.Tests.Commands;

/// <summary>Runs one command after another as an administrator would: each in a process of its own, on one database.</summary>
[SupportedOSPlatform("linux")]
public sealed class CommandUnderTest : IAsyncLifetime
{
    private readonly string keyRing = Directory.CreateTempSubdirectory("hotline-keys-").FullName;
    private PostgresDatabase? database;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 10, 0, 0, SeoulTime.Offset));

    public PostgresDatabase Database => database!;

    public async Task InitializeAsync() => database = await (await PostgresTemplate.SharedAsync()).CreateDatabaseAsync();

    public async Task DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(keyRing, recursive: true);
    }

    public async Task<(int ExitCode, string Output, string Error)> RunAsync(Func<Func<IServiceProvider>, Command> command, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await command(NewProcess).Parse(arguments).InvokeAsync(new() { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    public IServiceProvider NewProcess()
    {
        string[] settings =
        [
            "--environment=Development",
            $"--ConnectionStrings:Hotline={Database.ConnectionString}",
            $"--Hotline:PublicBaseUrl={LineUnderTest.PublicBaseUrl}",
            "--OpeningHours:Profile=Weekday0918",
            $"--DataProtection:KeyRingPath={keyRing}",
        ];
        var builder = HotlineHost.CreateBuilder(settings);
        builder.Logging.ClearProviders();
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        return builder.Build().Services;
    }
}
