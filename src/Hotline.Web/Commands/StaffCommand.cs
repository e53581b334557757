using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hotline.Web.Postgres;
using Hotline.Web.Staff;

namespace Hotline.Web.Commands;

/// <summary>
/// <c>staff add | set-status | list</c>. Bad input is one sentence on standard error and exit code 2. What it prints holds no telephone number.
/// </summary>
public static class StaffCommand
{
    private const int BadInput = 2;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // Written for a terminal or a script, never into a page: Hangul stays readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// The command. <paramref name="services"/> is asked once, when the command runs, and what it gives is disposed at the end: leaving a
    /// private database in good order is part of that.
    /// </summary>
    public static Command Create(Func<IServiceProvider> services) => new("staff", "The people who work here.")
    {
        Add(services),
        SetStatus(services),
        List(services),
    };

    private static Command Add(Func<IServiceProvider> services)
    {
        var email = new Option<string?>("--email") { Description = "What they sign in with.", HelpName = "E" };
        var name = new Option<string?>("--name") { Description = "As colleagues see it.", HelpName = "N" };
        var role = new Option<string?>("--role") { Description = string.Join(" | ", Roles.All), HelpName = "ROLE" };
        var phone = new Option<string?>("--phone") { Description = "Rung at this telephone number, E.164.", HelpName = "+8210…" };
        var sip = new Option<string?>("--sip") { Description = "Rung at this SIP address.", HelpName = "sip:…" };
        var client = new Option<bool>("--client") { Description = "Rung in the browser." };
        var languages = new Option<string>("--languages") { Description = "ko, en", DefaultValueFactory = _ => "ko" };
        var gender = new Option<string?>("--gender") { Description = "woman | man" };
        var skills = new Option<string>("--skills") { Description = "Such as deletion,legal", DefaultValueFactory = _ => "" };
        var json = JsonOption();
        var command = new Command("add", "Makes a person known. Prints their id, with --json also a one-time password.")
        {
            email, name, role, phone, sip, client, languages, gender, skills, json,
        };
        command.SetAction(async (given, cancellation) =>
        {
            var staff = new NewStaff
            {
                Email = given.GetValue(email),
                Name = given.GetValue(name),
                Role = given.GetValue(role),
                Phone = given.GetValue(phone),
                Sip = given.GetValue(sip),
                Client = given.GetValue(client),
                Languages = given.GetValue(languages)!,
                Gender = given.GetValue(gender),
                Skills = given.GetValue(skills)!,
            };
            // Told before the database is touched.
            if (NewStaffRules.FirstFault(staff) is { } fault)
            {
                return Refuse(given, fault);
            }

            await using var opened = await OpenAsync(services, cancellation);
            var outcome = await opened.Services.GetRequiredService<StaffEnrollment>().AddAsync(staff, cancellation);
            return outcome switch
            {
                EnrollmentOutcome.Enrolled enrolled => Print(given, given.GetValue(json)
                    ? JsonSerializer.Serialize(new { enrolled.Id, enrolled.Email, staff.Role, OneTimePassword = enrolled.Password }, Json)
                    : enrolled.Id.ToString()),
                EnrollmentOutcome.Refused refused => Refuse(given, refused.Sentence),
                _ => throw new InvalidOperationException($"{outcome.GetType().Name} is no outcome of an enrollment."),
            };
        });
        return command;
    }

    private static Command SetStatus(Func<IServiceProvider> services)
    {
        var email = new Argument<string>("email") { HelpName = "E" };
        var status = new Argument<string>("status") { HelpName = string.Join('|', StaffStatus.All) };
        var command = new Command("set-status", "Says for somebody whether they take calls.") { email, status };
        command.SetAction(async (given, cancellation) =>
        {
            var wanted = given.GetValue(status)!;
            if (!StaffStatus.All.Contains(wanted, StringComparer.Ordinal))
            {
                return Refuse(given, $"The status must be one of {string.Join(", ", StaffStatus.All)}.");
            }

            await using var opened = await OpenAsync(services, cancellation);
            var time = opened.Services.GetRequiredService<TimeProvider>();
            var store = opened.Services.GetRequiredService<StaffStore>();
            return await store.SetStatusAsync(given.GetValue(email)!, wanted, time.GetUtcNow(), cancellation)
                ? 0
                : Refuse(given, "Nobody on the staff has that e-mail address; staff list shows who is there.");
        });
        return command;
    }

    private static Command List(Func<IServiceProvider> services)
    {
        var json = JsonOption();
        var command = new Command("list", "Who works here.") { json };
        command.SetAction(async (given, cancellation) =>
        {
            await using var opened = await OpenAsync(services, cancellation);
            var members = await opened.Services.GetRequiredService<StaffStore>().ListAsync(cancellation);
            return Print(given, given.GetValue(json)
                ? JsonSerializer.Serialize(members.Select(Row), Json)
                : string.Join(Environment.NewLine, members.Select(Line)));
        });
        return command;
    }

    private static object Row(StaffMember member) => new
    {
        member.Id,
        member.Email,
        member.Name,
        member.Role,
        Contact = member.Contact?.Kind,
        member.Languages,
        member.Gender,
        member.Skills,
        member.Status,
        member.StatusAt,
        member.CreatedAt,
    };

    private static string Line(StaffMember member) => string.Join('\t',
        member.Email, member.Name, member.Role, member.Status, member.Contact?.Kind ?? "-", string.Join(',', member.Languages), string.Join(',', member.Skills));

    // A command may be the first to use the database.
    private static async Task<Opened> OpenAsync(Func<IServiceProvider> services, CancellationToken cancellation)
    {
        var root = services();
        await root.GetRequiredService<Migrator>().RunAsync(cancellation);
        return new Opened(root, root.CreateAsyncScope());
    }

    private static Option<bool> JsonOption() => new("--json") { Description = "For scripts." };

    private static int Print(ParseResult given, string text)
    {
        given.InvocationConfiguration.Output.WriteLine(text);
        return 0;
    }

    private static int Refuse(ParseResult given, string sentence)
    {
        given.InvocationConfiguration.Error.WriteLine(sentence);
        return BadInput;
    }

    private sealed class Opened(IServiceProvider root, AsyncServiceScope scope) : IAsyncDisposable
    {
        public IServiceProvider Services => scope.ServiceProvider;

        public async ValueTask DisposeAsync()
        {
            await scope.DisposeAsync();
            if (root is IAsyncDisposable owned)
                await owned.DisposeAsync();
        }
    }
}
