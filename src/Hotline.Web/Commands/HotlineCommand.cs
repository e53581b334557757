using System.CommandLine;
using Hotline.Web.Hosting;

namespace Hotline.Web.Commands;

/// <summary>The command line. Without a command the service runs.</summary>
public static class HotlineCommand
{
    private const int BadInput = 2;

    public static async Task<int> InvokeAsync(string[] args)
    {
        var given = Create().Parse(args);
        var code = await given.InvokeAsync(new InvocationConfiguration
        {
            // Faults of the configuration are told by the host, all at once; signals are its affair too, so that it can finish what it is doing.
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
        return given.Errors.Count > 0 ? BadInput : code;
    }

    private static RootCommand Create()
    {
        var root = new RootCommand("The telephone line of the Digital Sexual Crime Victim Support Center.")
        {
            Serve(),
            StaffCommand.Create(Services),
            ScheduleCommand.Create(Services),
            FlowCommand.Create(Services),
            AgenciesCommand.Create(Services),
            ProcessorsCommand.Create(Services),
        };
        root.SetAction((_, cancellation) => ServeAsync(cancellation));
        return root;
    }

    private static Command Serve()
    {
        var command = new Command("serve", "Runs the service (the default).");
        command.SetAction((_, cancellation) => ServeAsync(cancellation));
        return command;
    }

    private static async Task<int> ServeAsync(CancellationToken cancellation)
    {
        await using var app = HotlineHost.Build(HotlineHost.CreateBuilder([]));
        await app.StartAsync(cancellation);
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    /// <summary>The service's parts without the service. Standard output is the command's own, for scripts to read.</summary>
    private static IServiceProvider Services()
    {
        var builder = HotlineHost.CreateBuilder([]);
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        return builder.Build().Services;
    }
}
