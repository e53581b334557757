using Hotline.Browser.Tests.Pages;
using Hotline.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Hotline.Browser.Tests;

/// <summary>The staff's side of a request.</summary>
[Collection(WholeLineTests.Name)]
public sealed class ConsoleTests(WholeLine line)
{
    private const string OwnPassword = "네 낱말로 지은 긴 문장";

    [Fact]
    public async Task A_supervisor_who_did_both_duties_sees_the_request_in_the_list()
    {
        var phone = await PhonePage.OpenAsync(line);
        var reference = await phone.RequestCallbackAsync("2301");
        await phone.HangUpAsync();
        var password = await line.AddStaffAsync("supervisor@example.org", "supervisor");
        var page = await line.OpenAsync(new Uri(line.ConsoleAddress, "/"));

        await SignInAsync(page, "supervisor@example.org", password);
        await ChooseOwnPasswordAsync(page, password);
        await EnrolSecondFactorAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "계속하기" }).ClickAsync();
        var row = page.GetByRole(AriaRole.Row, new() { Name = $"{reference[..4]}-{reference[4..]}" });
        await row.WaitForAsync();
        await page.ScreenshotAsync(new() { Path = Places.Screenshot("console-requests") });

        Assert.Contains("대기 중", await row.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("가능한 한 빨리", await row.InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task SignInAsync(IPage page, string email, string password)
    {
        await page.ScreenshotAsync(new() { Path = Places.Screenshot("console-sign-in") });
        await page.GetByLabel("이메일").FillAsync(email);
        await page.GetByLabel("비밀번호").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "로그인" }).ClickAsync();
    }

    private static async Task ChooseOwnPasswordAsync(IPage page, string oneTime)
    {
        await page.GetByLabel("지금 비밀번호").FillAsync(oneTime);
        await page.GetByLabel("새 비밀번호").FillAsync(OwnPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "바꾸기" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "계속하기" }).ClickAsync();
    }

    private static async Task EnrolSecondFactorAsync(IPage page)
    {
        var key = await page.Locator("#key").InnerTextAsync();
        await page.GetByLabel("6자리 코드").FillAsync(AuthenticatorApp.CodeOf(key));
        await page.GetByRole(AriaRole.Button, new() { Name = "켜기" }).ClickAsync();
    }
}
