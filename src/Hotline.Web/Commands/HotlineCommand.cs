using System.CommandLine;
using Hotline.Web.Hosting;

namespace Hotline.Web.Commands;

/// <summary>The command line. Without a command the service runs.</summary>
public static class HotlineCommand
{
    public static RootCommand Create(string[] args)
    {
        var root = new RootCommand("The telephone line of the Digital Sexual Crime Victim Support Center.")
        {
            Serve(),
            StaffCommand.Create(Services),
            ScheduleCommand.Create(Services),
            AgenciesCommand.Create(Services),
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

    private static IServiceProvider Services() => HotlineHost.CreateBuilder([]).Build().Services;
}
