using System.CommandLine;
using System.Globalization;
using Hotline.CallFlow.Hours;
using Hotline.Web.Schedule;

namespace Hotline.Web.Commands;

/// <summary><c>schedule close | open | cancel | overrides | add-holiday | remove-holiday | confirm-holidays | surge</c>: changes in force at once, without a deployment.</summary>
public static class ScheduleEditing
{
    public static IEnumerable<Command> Commands(Func<IServiceProvider> services) =>
    [
        Override(services, "close", "Closes the line for a time, whatever else says.", (from, to) => new HoursOverride.EmergencyClosure(from, to)),
        Override(services, "open", "Opens the line for a time, holidays included.", (from, to) => new HoursOverride.SpecialOpen(from, to)),
        Cancel(services),
        Overrides(services),
        AddHoliday(services),
        OnDate(services, "remove-holiday", "Takes back a dated holiday.", (store, date, by, cancellation) => store.RemoveHolidayAsync(date, by, cancellation)),
        OnDate(services, "confirm-holidays", "Records that the official calendar was entered through this day.", async (store, date, by, cancellation) =>
        {
            await store.ConfirmHolidaysAsync(date, by, cancellation);
            return new ScheduleChange.Done();
        }),
        Surge(services),
    ];

    private static Command Override(Func<IServiceProvider> services, string name, string what, Func<DateTimeOffset, DateTimeOffset, HoursOverride> make)
    {
        var (from, to, reason, by) = (Moment("--from"), Moment("--to"), new Option<string>("--reason") { Required = true }, By());
        var command = new Command(name, what) { from, to, reason, by };
        command.SetAction((given, cancellation) =>
            SeoulMoment.Read(given.GetValue(from)!) is { } start && SeoulMoment.Read(given.GetValue(to)!) is { } end
                ? ChangeAsync(services, given, (store, c) => store.AddOverrideAsync(make(start, end), given.GetValue(reason)!, given.GetValue(by)!, c), cancellation)
                : Task.FromResult(given.Refuse("--from and --to must be moments in Seoul like 2026-12-25T10:00.")));
        return command;
    }

    private static Command Cancel(Func<IServiceProvider> services)
    {
        var (id, by) = (new Argument<Guid>("id") { Description = "As schedule overrides shows it." }, By());
        var command = new Command("cancel", "Takes back a closure or an opening.") { id, by };
        command.SetAction((given, cancellation) =>
            ChangeAsync(services, given, (store, c) => store.CancelOverrideAsync(given.GetValue(id), given.GetValue(by)!, c), cancellation));
        return command;
    }

    private static Command Overrides(Func<IServiceProvider> services)
    {
        var command = new Command("overrides", "Every closure and opening that was entered, the cancelled ones too.");
        command.SetAction(async (given, cancellation) =>
        {
            await using var opened = await OpenedServices.OpenAsync(services, cancellation);
            var entered = await opened.Get<ScheduleStore>().OverridesAsync(cancellation);
            return given.Print(string.Join(Environment.NewLine, entered.Select(Line)));
        });
        return command;
    }

    private static Command AddHoliday(Func<IServiceProvider> services)
    {
        var (date, ko, en, by) = (Date(), new Option<string>("--ko") { Required = true }, new Option<string>("--en") { Required = true }, By());
        var command = new Command("add-holiday", "Enters an election day or a temporary public holiday.") { date, ko, en, by };
        command.SetAction((given, cancellation) => ReadDate(given.GetValue(date)!) is { } day
            ? ChangeAsync(services, given, (store, c) => store.AddHolidayAsync(new DatedHoliday(day, given.GetValue(ko)!, given.GetValue(en)!), given.GetValue(by)!, c), cancellation)
            : Task.FromResult(given.Refuse("--date must be a day like 2027-03-03.")));
        return command;
    }

    private static Command OnDate(
        Func<IServiceProvider> services, string name, string what, Func<ScheduleStore, DateOnly, string, CancellationToken, Task<ScheduleChange>> change)
    {
        var (date, by) = (Date(), By());
        var command = new Command(name, what) { date, by };
        command.SetAction((given, cancellation) => ReadDate(given.GetValue(date)!) is { } day
            ? ChangeAsync(services, given, (store, c) => change(store, day, given.GetValue(by)!, c), cancellation)
            : Task.FromResult(given.Refuse("--date must be a day like 2027-03-03.")));
        return command;
    }

    private static Command Surge(Func<IServiceProvider> services)
    {
        var (state, by) = (new Argument<string>("state") { HelpName = "on|off" }, By());
        var command = new Command("surge", "Many people call at once: the greeting says so and offers a callback.") { state, by };
        command.SetAction((given, cancellation) => given.GetValue(state) is "on" or "off"
            ? ChangeAsync(services, given, async (store, c) =>
            {
                await store.SetSurgeAsync(given.GetValue(state) is "on", given.GetValue(by)!, c);
                return new ScheduleChange.Done();
            }, cancellation)
            : Task.FromResult(given.Refuse("The state must be on or off.")));
        return command;
    }

    private static async Task<int> ChangeAsync(
        Func<IServiceProvider> services, ParseResult given, Func<ScheduleStore, CancellationToken, Task<ScheduleChange>> change, CancellationToken cancellation)
    {
        await using var opened = await OpenedServices.OpenAsync(services, cancellation);
        return await change(opened.Get<ScheduleStore>(), cancellation) is ScheduleChange.Refused refused
            ? given.Refuse(refused.Sentence)
            : given.Print("In force, on every node within five seconds.");
    }

    private static string Line(EnteredOverride entered) => string.Join('\t',
        entered.Id, entered.Kind, Shown(entered.StartsAt), Shown(entered.EndsAt), entered.Reason, entered.AddedBy, entered.CancelledAt is null ? "in force" : "cancelled");

    private static string Shown(DateTimeOffset moment) => SeoulTime.In(moment).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    private static DateOnly? ReadDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static Option<string> Moment(string name) => new(name) { Required = true, Description = "A moment in Seoul, like 2026-12-25T10:00.", HelpName = "MOMENT" };

    private static Option<string> Date() => new("--date") { Required = true, HelpName = "2027-03-03" };

    private static Option<string> By() => new("--by") { Required = true, Description = "Who changes it.", HelpName = "NAME" };
}
