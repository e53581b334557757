using System.CommandLine;
using System.Globalization;
using Hotline.CallFlow.Hours;
using Hotline.Web.Prompts;
using Hotline.Web.Schedule;
using Hotline.Web.Voice;

namespace Hotline.Web.Commands;

/// <summary><c>schedule preview</c>: whether the line is open at a moment, why, until when, and what a caller would hear.</summary>
public static class ScheduleCommand
{
    private const int MostDays = 60;

    /// <inheritdoc cref="StaffCommand.Create"/>
    public static Command Create(Func<IServiceProvider> services)
    {
        var command = new Command("schedule", "When the line is open.") { Preview(services) };
        foreach (var editing in ScheduleEditing.Commands(services))
            command.Add(editing);
        return command;
    }

    private static Command Preview(Func<IServiceProvider> services)
    {
        var at = new Option<string?>("--at") { Description = "A moment in Seoul, like 2026-12-25T10:00.", HelpName = "MOMENT" };
        var days = new Option<string?>("--days") { Description = $"Lists the hours of this many days as well, at most {MostDays}.", HelpName = "N" };
        var command = new Command("preview", "Says whether the line is open at a moment, why, until when, and what a caller would hear first.") { at, days };
        command.SetAction(async (given, cancellation) =>
        {
            if (given.GetValue(at) is not { } text || SeoulMoment.Read(text) is not { } moment)
                return given.Refuse("--at must be a moment in Seoul like 2026-12-25T10:00.");
            if (moment.Year is < KoreanHolidays.FirstYear or > KoreanHolidays.LastYear)
                return given.Refuse($"--at must lie between {KoreanHolidays.FirstYear} and {KoreanHolidays.LastYear}, the years whose holidays are known.");
            if (ReadDays(given.GetValue(days)) is not { } listed)
                return given.Refuse($"--days must be a number from 1 to {MostDays}.");

            await using var opened = await OpenedServices.OpenAsync(services, cancellation);
            var preview = new SchedulePreview(opened.Get<ScheduleStore>(), opened.Get<LineFactsSource>(), opened.Get<PromptCatalogue>());
            return given.Print(string.Join(Environment.NewLine, await preview.LinesAsync(moment, listed, cancellation)));
        });
        return command;
    }

    /// <returns>Nothing given is none; null when it is no such number.</returns>
    private static int? ReadDays(string? text) => text is null ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= MostDays ? days
        : null;
}
