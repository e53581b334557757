using System.CommandLine;
using Hotline.Web.Hosting;

namespace Hotline.Web.Commands;

/// <summary><c>processors list</c>: who gets personal data from this installation, for the list that the centre publishes (PIPA art. 26, 28-8).</summary>
public static class ProcessorsCommand
{
    /// <inheritdoc cref="StaffCommand.Create"/>
    public static Command Create(Func<IServiceProvider> services) => new("processors", "Who gets personal data from this installation.") { List(services) };

    private static Command List(Func<IServiceProvider> services)
    {
        var json = new Option<bool>("--json") { Description = "For scripts." };
        var command = new Command("list", "Adapter, host, legal ground, items, contract. What lacks a ground keeps the service from starting.") { json };
        command.SetAction(async (given, _) =>
        {
            // Needs the settings only, and they are told as they are: faults are the start's affair.
            await using var parts = (ServiceProvider)services();
            var processors = Processor.In(parts.GetRequiredService<IConfiguration>());
            return given.GetValue(json)
                ? given.PrintJson(processors.Select(Row))
                : given.Print(string.Join(Environment.NewLine, processors.Select(Line)));
        });
        return command;
    }

    private static object Row(Processor processor) => new
    {
        processor.Adapter,
        processor.Host,
        processor.IsDomestic,
        processor.Ground?.Ground,
        processor.Ground?.Items,
        processor.Ground?.Contract,
    };

    private static string Line(Processor processor) => string.Join('\t',
        processor.Adapter,
        processor.Host,
        processor.Ground?.Ground is { Length: > 0 } ground ? ground : processor.IsDomestic ? "domestic" : "NO GROUND",
        processor.Ground?.Items is { Length: > 0 } items ? items : "-",
        processor.Ground?.Contract is { Length: > 0 } contract ? contract : "-");
}
