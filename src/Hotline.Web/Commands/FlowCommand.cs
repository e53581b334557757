using System.Collections.Immutable;
using System.CommandLine;
using Hotline.CallFlow;
using Hotline.CallFlow.Exploration;
using Hotline.Web.Prompts;
using Hotline.Web.Voice;

namespace Hotline.Web.Commands;

/// <summary><c>flow check | draw</c>: proves the script as it is deployed here, and draws it.</summary>
public static class FlowCommand
{
    /// <inheritdoc cref="StaffCommand.Create"/>
    public static Command Create(Func<IServiceProvider> services) => Create(services, DeployedLine.Circumstances);

    internal static Command Create(Func<IServiceProvider> services, Func<LineFacts, ImmutableArray<Circumstance>> circumstances) =>
        new("flow", "The script that callers walk through.") { Check(services, circumstances), Draw() };

    private static Command Check(Func<IServiceProvider> services, Func<LineFacts, ImmutableArray<Circumstance>> circumstances)
    {
        var command = new Command("check", "Walks every way through a call with the agencies, prompts and hours of this installation. Faults are exit code 1.");
        command.SetAction(async (given, cancellation) =>
        {
            await using var opened = await OpenedServices.OpenAsync(services, cancellation);
            var source = opened.Get<LineFactsSource>();
            var prompts = opened.Get<PromptCatalogue>();
            var line = source.FactsOf(await source.WorldAsync(cancellation));
            var report = ScriptCheck.Run(Script.Shipped, circumstances(line), prompts.KeysNamedIn);
            var faults = report.Faults.Concat(report.Prompts.Except(prompts.Keys, StringComparer.Ordinal).Select(key => $"{key}: there is no such prompt")).ToList();
            var found = $"{report.States} states, {report.Transitions} transitions, {report.Prompts.Length} prompts, {faults.Count} faults";
            return faults.Count == 0 ? given.Print(found) : given.PrintFault(string.Join(Environment.NewLine, faults.Append(found)));
        });
        return command;
    }

    private static Command Draw()
    {
        var svg = new Option<string?>("--svg") { Description = "Writes a picture instead of Mermaid text.", HelpName = "FILE" };
        var command = new Command("draw", "Draws the script: Mermaid text, or with --svg a picture.") { svg };
        command.SetAction(async (given, cancellation) =>
        {
            var text = ScriptDrawing.Mermaid(Script.Shipped);
            if (given.GetResult(svg) is null)
                return given.Print(text.TrimEnd());
            if (given.GetValue(svg) is not { Length: > 0 } file)
                return given.Refuse("--svg must name the file to write.");
            try
            {
                await File.WriteAllTextAsync(file, ScriptPicture.Svg(text), cancellation);
                return 0;
            }
            catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException or ArgumentException)
            {
                return given.Refuse("--svg must name a file in a folder that exists and can be written.");
            }
        });
        return command;
    }
}
