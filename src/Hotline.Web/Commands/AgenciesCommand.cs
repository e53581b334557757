using System.CommandLine;
using Hotline.CallFlow.Hours;
using Hotline.Web.Agencies;

namespace Hotline.Web.Commands;

/// <summary><c>agencies list | verify | set</c>: whom callers are sent to, and whether their numbers are still right.</summary>
public static class AgenciesCommand
{
    private const string Unknown = "There is no agency with that key; agencies list shows them.";

    /// <inheritdoc cref="StaffCommand.Create"/>
    public static Command Create(Func<IServiceProvider> services) => new("agencies", "Whom callers are pointed or transferred to.")
    {
        List(services),
        Verify(services),
        Set(services),
    };

    private static Command List(Func<IServiceProvider> services)
    {
        var json = new Option<bool>("--json") { Description = "For scripts." };
        var command = new Command("list", "Every agency: number, what is dialled, and when it was last verified.") { json };
        command.SetAction(async (given, cancellation) =>
        {
            await using var opened = await OpenedServices.OpenAsync(services, cancellation);
            var agencies = opened.Get<AgencyStore>();
            var today = SeoulTime.DateOf(opened.Get<TimeProvider>().GetUtcNow());
            var rows = await agencies.ListAsync(cancellation);
            return given.GetValue(json)
                ? given.PrintJson(rows.Select(row => Row(row, agencies.DialStringOf(row), today)))
                : given.Print(string.Join(Environment.NewLine, rows.Select(row => Line(row, agencies.DialStringOf(row), today))));
        });
        return command;
    }

    private static Command Verify(Func<IServiceProvider> services)
    {
        var key = new Argument<string>("key") { HelpName = "KEY" };
        var by = new Option<string?>("--by") { Description = "Who called the number today.", HelpName = "NAME" };
        var command = new Command("verify", "Records that somebody called an agency's number today and that it is right.") { key, by };
        command.SetAction(async (given, cancellation) =>
        {
            if (given.GetValue(by)?.Trim() is not { Length: > 0 and <= 100 } name)
                return given.Refuse("--by must name who verified the number.");
            await using var opened = await OpenedServices.OpenAsync(services, cancellation);
            return await opened.Get<AgencyStore>().VerifyAsync(given.GetValue(key)!, name, cancellation) ? 0 : given.Refuse(Unknown);
        });
        return command;
    }

    private static Command Set(Func<IServiceProvider> services)
    {
        var key = new Argument<string>("key") { HelpName = "KEY" };
        var dial = new Option<string?>("--dial") { Description = "What our trunk dials, E.164 or sip:. An empty text: the trunk's prefix and the digits.", HelpName = "ADDRESS" };
        var digits = new Option<string?>("--digits") { Description = "The number as people know it, like 1577-1366.", HelpName = "NUMBER" };
        var announce = new Option<string?>("--announce") { Description = "The number as it is read out. An empty text: the digits.", HelpName = "NUMBER" };
        var mode = new Option<string?>("--mode") { Description = string.Join(" | ", Enum.GetNames<TransferMode>()), HelpName = "MODE" };
        var command = new Command("set", "Changes how an agency is reached. It counts as unverified until agencies verify.") { key, dial, digits, announce, mode };
        command.SetAction(async (given, cancellation) =>
        {
            await using var opened = await OpenedServices.OpenAsync(services, cancellation);
            var agencies = opened.Get<AgencyStore>();
            if (await agencies.FindAsync(given.GetValue(key)!, cancellation) is not { } row)
                return given.Refuse(Unknown);
            var wanted = new AgencyChange(given.GetValue(dial), given.GetValue(digits), given.GetValue(announce), given.GetValue(mode));
            if (wanted.FirstFault(row) is { } fault)
                return given.Refuse(fault);
            await agencies.SetAsync(wanted.On(row), cancellation);
            return given.Print(Line(wanted.On(row), agencies.DialStringOf(wanted.On(row)), SeoulTime.DateOf(opened.Get<TimeProvider>().GetUtcNow())));
        });
        return command;
    }

    private static object Row(AgencyRow row, string? dialled, DateOnly today) => new
    {
        row.Key,
        row.NameKo,
        row.NameEn,
        row.SpokenNameKo,
        row.Digits,
        row.AnnounceDigits,
        row.DialString,
        Dialled = dialled,
        TransferMode = row.TransferMode.ToString(),
        Hours = row.HoursProfile.ToString(),
        row.Languages,
        row.Regions,
        row.VerifiedOn,
        row.VerifiedBy,
        NeedsVerification = row.NeedsVerification(today),
        row.ValidFrom,
        row.ValidTo,
    };

    private static string Line(AgencyRow row, string? dialled, DateOnly today) => string.Join('\t',
        row.Key, row.NameKo, row.Digits, row.TransferMode, dialled ?? "-", row.HoursProfile, Verification(row, today) + (row.IsValidOn(today) ? "" : ", NOT IN FORCE"));

    private static string Verification(AgencyRow row, DateOnly today) => row switch
    {
        { VerifiedOn: null } => "NOT VERIFIED",
        _ when row.NeedsVerification(today) => $"VERIFY AGAIN, last {row.VerifiedOn:yyyy-MM-dd} by {row.VerifiedBy}",
        _ => $"verified {row.VerifiedOn:yyyy-MM-dd} by {row.VerifiedBy}",
    };
}
