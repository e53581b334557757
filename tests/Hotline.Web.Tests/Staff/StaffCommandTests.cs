using System.Runtime.Versioning;
using System.Text.Json;
using Dapper;
using Hotline.Web.Commands;
using Hotline.Web.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Web.Tests.Staff;

[SupportedOSPlatform("linux")]
public sealed class StaffCommandTests(StaffHostFixture fixture) : IClassFixture<StaffHostFixture>
{
    private readonly StaffHost host = fixture.Host;
    private readonly string email = fixture.NewEmail();

    [Fact]
    public async Task Adding_prints_the_id_alone()
    {
        var run = await RunAsync("add", "--email", email, "--name", "김상담", "--role", "counselor");

        Assert.Equal(0, run.ExitCode);
        Assert.True(Guid.TryParse(run.Output.Trim(), out _));
    }

    [Fact]
    public async Task The_one_time_password_from_json_signs_in()
    {
        var run = await RunAsync("add", "--email", email.ToUpperInvariant(), "--name", "김상담", "--role", "admin", "--json");
        using var printed = JsonDocument.Parse(run.Output);

        var answer = await host.NewBrowser().SignInAsync(email, printed.RootElement.GetProperty("oneTimePassword").GetString()!);

        Assert.Equal("/", answer.Location);
    }

    [Theory]
    [InlineData("--email must be an e-mail address", "--email", "nobody", "--name", "N", "--role", "admin")]
    [InlineData("--email must be an e-mail address", "--name", "N", "--role", "admin")]
    [InlineData("--name must be a name", "--email", "a@example.org", "--role", "admin")]
    [InlineData("--role must be one of counselor, supervisor, privacy-officer, admin", "--email", "a@example.org", "--name", "N", "--role", "boss")]
    [InlineData("--phone must be a telephone number in E.164", "--email", "a@example.org", "--name", "N", "--role", "admin", "--phone", "010-0000-1234")]
    [InlineData("--sip must be a SIP address", "--email", "a@example.org", "--name", "N", "--role", "admin", "--sip", "sip:nobody")]
    [InlineData("Only one of --phone, --sip and --client", "--email", "a@example.org", "--name", "N", "--role", "admin", "--phone", "+821000001234", "--client")]
    [InlineData("--languages must be ko, en", "--email", "a@example.org", "--name", "N", "--role", "admin", "--languages", "ko,fr")]
    [InlineData("--gender must be woman or man", "--email", "a@example.org", "--name", "N", "--role", "admin", "--gender", "x")]
    [InlineData("--skills must be words", "--email", "a@example.org", "--name", "N", "--role", "admin", "--skills", "a b")]
    public async Task Bad_input_is_one_sentence_and_exit_code_two(string sentence, params string[] arguments)
    {
        var run = await RunAsync(["add", .. arguments]);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith(sentence, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Trim().Split('\n'));
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task The_same_address_twice_is_refused_and_leaves_one_person()
    {
        await host.EnrollAsync(email, Roles.Counselor);

        var run = await RunAsync("add", "--email", email.ToUpperInvariant(), "--name", "N", "--role", "admin");

        Assert.Equal((2, "There is already a member of staff with that e-mail address."), (run.ExitCode, run.Error.Trim()));
        var all = await host.Services.GetRequiredService<StaffStore>().ListAsync(CancellationToken.None);
        Assert.Equal(Roles.Counselor, Assert.Single(all, member => string.Equals(member.Email, email, StringComparison.Ordinal)).Role);
    }

    [Fact]
    public async Task Somebody_added_is_offline_until_the_status_is_set()
    {
        await host.EnrollAsync(email, Roles.Counselor);
        var before = await FindAsync(email);

        var run = await RunAsync("set-status", email.ToUpperInvariant(), "available");

        Assert.Equal(StaffStatus.Offline, before.Status);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(StaffStatus.Available, (await FindAsync(email)).Status);
    }

    [Theory]
    [InlineData("nobody.", "break", "Nobody on the staff has that e-mail address")]
    [InlineData("", "asleep", "The status must be one of available, break, offline.")]
    public async Task An_unknown_person_or_status_is_refused(string prefix, string status, string sentence)
    {
        await host.EnrollAsync(email, Roles.Counselor);

        var run = await RunAsync("set-status", prefix + email, status);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith(sentence, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_says_how_people_are_rung_but_not_at_which_number()
    {
        await host.EnrollAsync(email, Roles.Counselor);

        var text = await RunAsync("list");
        var json = await RunAsync("list", "--json");

        Assert.Contains(email + "\t김상담\tcounselor\toffline\ttelephone\tko", text.Output, StringComparison.Ordinal);
        Assert.Contains("\"contact\":\"telephone\"", json.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("821000001234", text.Output + json.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_telephone_number_is_sealed_in_the_database_and_bound_to_its_person()
    {
        var one = await host.EnrollAsync(email, Roles.Counselor);
        var other = await host.EnrollAsync(fixture.NewEmail(), Roles.Counselor);
        await using var connection = await host.Database.Source.OpenConnectionAsync();

        var stored = await connection.QuerySingleAsync<byte[]>("select contact_sealed from staff where id = @Id", new { one.Id });
        var opened = host.Services.GetRequiredService<ContactSeal>().Open(one.Id, "telephone", stored);

        Assert.Equal(new Contact.Telephone("+821000001234"), opened);
        Assert.Equal("telephone", opened!.ToString());
        Assert.DoesNotContain("1000001234", System.Text.Encoding.Latin1.GetString(stored), StringComparison.Ordinal);
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(
            () => host.Services.GetRequiredService<ContactSeal>().Open(other.Id, "telephone", stored));
    }

    private async Task<StaffMember> FindAsync(string address) =>
        (await host.Services.GetRequiredService<StaffStore>().FindByEmailAsync(address, CancellationToken.None))!;

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await StaffCommand.Create(host.NewProcess).Parse(arguments).InvokeAsync(new() { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
