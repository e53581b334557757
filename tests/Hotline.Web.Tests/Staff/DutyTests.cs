using System.Net;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Hotline.Web.Staff;

namespace Hotline.Web.Tests.Staff;

/// <summary>Outside Development: a one-time password and a missing second factor open nothing.</summary>
[SupportedOSPlatform("linux")]
public sealed partial class DutyTests : IAsyncLifetime
{
    private const string Email = "person@example.org";
    private const string OwnPassword = "four words make a sentence";
    private StaffHost host = null!;

    public async Task InitializeAsync() => host = await StaffHost.StartAsync("Staging");

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_one_time_password_opens_only_the_page_that_replaces_it()
    {
        var browser = host.NewBrowser();
        var person = await host.EnrollAsync(Email, Roles.Counselor);
        await browser.SignInAsync(Email, person.Password);

        var before = await browser.OpenAsync("/");
        var changed = await ChangePasswordAsync(browser, person.Password, OwnPassword);
        var after = await browser.OpenAsync("/");

        Assert.Equal("/account/password", before.Location);
        Assert.Contains("비밀번호를 바꾸었습니다", changed.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, after.Status);
    }

    [Fact]
    public async Task The_old_password_is_worth_nothing_afterwards()
    {
        var browser = host.NewBrowser();
        var person = await host.EnrollAsync(Email, Roles.Counselor);
        await browser.SignInAsync(Email, person.Password);
        await ChangePasswordAsync(browser, person.Password, OwnPassword);

        var again = await host.NewBrowser().SignInAsync(Email, person.Password);

        Assert.Null(again.Location);
    }

    [Theory]
    [InlineData("short")]
    [InlineData(null)]
    public async Task A_short_or_unchanged_password_is_refused_and_the_duty_stays(string? wanted)
    {
        var browser = host.NewBrowser();
        var person = await host.EnrollAsync(Email, Roles.Counselor);
        await browser.SignInAsync(Email, person.Password);

        var answer = await ChangePasswordAsync(browser, person.Password, wanted ?? person.Password);
        var after = await browser.OpenAsync("/");

        Assert.Contains("role=\"alert\"", answer.Html, StringComparison.Ordinal);
        Assert.Equal("/account/password", after.Location);
    }

    [Fact]
    public async Task A_supervisor_enrols_a_second_factor_and_needs_it_from_then_on()
    {
        var browser = host.NewBrowser();
        var person = await host.EnrollAsync(Email, Roles.Supervisor);
        await browser.SignInAsync(Email, person.Password);
        await ChangePasswordAsync(browser, person.Password, OwnPassword);

        var before = await browser.OpenAsync("/");
        var key = KeyText().Match((await browser.OpenAsync("/account/second-factor")).Html).Groups["key"].Value;
        var enrolled = await browser.SubmitAsync("/account/second-factor", "enrol", ("code", Totp(key)));
        var after = await browser.OpenAsync("/failed-jobs");

        Assert.Equal("/account/second-factor", before.Location);
        Assert.Equal(8, RecoveryCode().Count(enrolled.Html));
        Assert.Equal(HttpStatusCode.OK, after.Status);

        var other = host.NewBrowser();
        var first = await other.SignInAsync(Email, OwnPassword);
        var wrong = await other.SubmitAsync("/sign-in/code", "code", ("code", "000000"));
        var byRecovery = await other.SubmitAsync("/sign-in/code", "code", ("code", RecoveryCode().Match(enrolled.Html).Groups["code"].Value));
        var inside = await other.OpenAsync("/failed-jobs");

        Assert.StartsWith("/sign-in/code", first.Location, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", wrong.Html, StringComparison.Ordinal);
        Assert.Equal("/", byRecovery.Location);
        Assert.Equal(HttpStatusCode.OK, inside.Status);
    }

    private static Task<Page> ChangePasswordAsync(StaffBrowser browser, string current, string wanted) =>
        browser.SubmitAsync("/account/password", "password", ("current", current), ("wanted", wanted));

    // RFC 6238 with the defaults that authenticator apps use: 30 seconds, six digits, SHA-1.
    private static string Totp(string groupedKey)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(groupedKey.Replace(" ", "", StringComparison.Ordinal).Select(c => Convert.ToString(alphabet.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = bits.Chunk(8).Where(chunk => chunk.Length == 8).Select(chunk => Convert.ToByte(new string(chunk), 2)).ToArray();
        var step = BitConverter.GetBytes(DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30).Reverse().ToArray();
#pragma warning disable CA5350 // The standard names this algorithm.
        var hash = HMACSHA1.HashData(secret, step);
#pragma warning restore CA5350
        var offset = hash[^1] & 15;
        var number = ((hash[offset] & 127) << 24) | (hash[offset + 1] << 16) | (hash[offset + 2] << 8) | hash[offset + 3];
        return (number % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("id=\"key\">(?<key>[A-Z2-7 ]+)<", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyText();

    [GeneratedRegex("<li>(?<code>[A-Z0-9]+-[A-Z0-9]+)</li>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RecoveryCode();
}
