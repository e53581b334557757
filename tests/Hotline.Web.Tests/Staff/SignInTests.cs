using System.Net;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Hotline.Web.Staff;

namespace Hotline.Web.Tests.Staff;

[SupportedOSPlatform("linux")]
public sealed partial class SignInTests(StaffHostFixture fixture) : IClassFixture<StaffHostFixture>
{
    private readonly StaffHost host = fixture.Host;
    private readonly string email = fixture.NewEmail();

    [Theory]
    [InlineData("/")]
    [InlineData("/failed-jobs")]
    [InlineData("/account/password")]
    [InlineData("/account/second-factor")]
    [InlineData("/unlisted")]
    public async Task A_stranger_is_sent_to_the_sign_in_page(string path)
    {
        var page = await host.NewBrowser().OpenAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, page.Status);
        Assert.Equal("/sign-in?returnUrl=" + Uri.EscapeDataString(path), page.Location);
    }

    [Fact]
    public async Task The_right_password_leads_to_the_requests()
    {
        var browser = host.NewBrowser();
        var person = await host.EnrollAsync(email, Roles.Counselor);

        var answer = await browser.SignInAsync(email, person.Password);
        var home = await browser.OpenAsync("/");

        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.Status, answer.Location));
        Assert.Contains("<h1>연락 요청</h1>", home.Html, StringComparison.Ordinal);
        Assert.Contains("김상담", home.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_cookie_is_secure_strict_and_out_of_reach_of_scripts()
    {
        var browser = host.NewBrowser();
        var person = await host.EnrollAsync(email, Roles.Counselor);

        await browser.SignInAsync(email, person.Password);

        Assert.Contains(browser.SetCookies, cookie => cookie.StartsWith("hotline.staff=", StringComparison.Ordinal));
        Assert.All(browser.SetCookies, cookie =>
        {
            Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task An_unknown_address_and_a_wrong_password_look_alike()
    {
        await host.EnrollAsync(email, Roles.Counselor);

        var wrong = await host.NewBrowser().SignInAsync(email, "not the password");
        var unknown = await host.NewBrowser().SignInAsync("nobody@example.org", "not the password");

        Assert.Contains("role=\"alert\"", wrong.Html, StringComparison.Ordinal);
        Assert.Equal(Alert(wrong), Alert(unknown), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_even_for_the_right_one()
    {
        var person = await host.EnrollAsync(email, Roles.Counselor);
        for (var i = 0; i < 5; i++)
        {
            await host.NewBrowser().SignInAsync(email, "not the password");
        }

        var right = await host.NewBrowser().SignInAsync(email, person.Password);

        Assert.Equal(HttpStatusCode.OK, right.Status);
        Assert.Contains("role=\"alert\"", right.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/failed-jobs", "/failed-jobs")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    public async Task After_signing_in_one_gets_to_own_pages_only(string wanted, string reached)
    {
        var person = await host.EnrollAsync(email, Roles.Counselor);

        var answer = await host.NewBrowser().SignInAsync(email, person.Password, "/sign-in?returnUrl=" + Uri.EscapeDataString(wanted));

        Assert.Equal(reached, answer.Location);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var person = await host.EnrollAsync(email, Roles.Counselor);

        var answer = await host.NewBrowser().PostAsync("/sign-in", [new("_handler", "sign-in"), new("email", email), new("password", person.Password)]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task Signing_out_needs_a_token_and_ends_the_visit()
    {
        var browser = host.NewBrowser();
        var person = await host.EnrollAsync(email, Roles.Counselor);
        await browser.SignInAsync(email, person.Password);

        var forged = await browser.PostAsync("/sign-out", []);
        var stillIn = await browser.OpenAsync("/");
        var left = await browser.PostAsync("/sign-out", [new("__RequestVerificationToken", stillIn.Token)]);
        var after = await browser.OpenAsync("/");

        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Equal(HttpStatusCode.OK, stillIn.Status);
        Assert.Equal("/sign-in", left.Location);
        Assert.Equal(HttpStatusCode.Redirect, after.Status);
    }

    [Theory]
    [InlineData(Roles.Counselor, false)]
    [InlineData(Roles.PrivacyOfficer, false)]
    [InlineData(Roles.Supervisor, true)]
    [InlineData(Roles.Admin, true)]
    public async Task Failed_work_is_for_supervisors_and_administrators(string role, bool isAllowed)
    {
        var browser = host.NewBrowser();
        var person = await host.EnrollAsync(email, role);
        await browser.SignInAsync(email, person.Password);

        var page = await browser.OpenAsync("/failed-jobs");

        Assert.Equal(isAllowed ? null : "/denied?returnUrl=%2Ffailed-jobs", page.Location);
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_so_to_people_and_stays_bare_for_machines()
    {
        var browser = host.NewBrowser();
        var person = await host.EnrollAsync(email, Roles.Counselor);
        await browser.SignInAsync(email, person.Password);

        var page = await browser.OpenAsync("/nowhere");
        var bare = await browser.OpenAsync("/nowhere", accept: "*/*");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("<h1>없는 페이지입니다</h1>", page.Html, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, ""), (bare.Status, bare.Html));
    }

    private static string Alert(Page page) => AlertText().Match(page.Html).Value;

    [GeneratedRegex("<p class=\"alert\".*?</p>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AlertText();
}
