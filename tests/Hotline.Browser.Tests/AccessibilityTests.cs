using Hotline.Browser.Tests.Pages;
using Hotline.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Hotline.Browser.Tests;

/// <summary>Everyone can use it: judged by axe, and at the size of a telephone.</summary>
[Collection(WholeLineTests.Name)]
public sealed class AccessibilityTests(WholeLine line)
{
    [Fact]
    public async Task The_phone_has_no_serious_fault_and_fits_a_small_dark_screen()
    {
        var phone = await PhonePage.OpenAsync(line, 390, 844, ColorScheme.Dark);
        await phone.CallAsync("2201");
        await phone.HearAsync("디지털성범죄피해자지원센터");
        await phone.Page.GetByText("상담 전화의 시계").ClickAsync();
        await phone.Page.GetByText("고장 내기").ClickAsync();
        await phone.PhotographAsync("phone-small-dark");

        await phone.Page.AssertAccessibleAsync();
        Assert.Equal(0, await phone.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"));
        await phone.HangUpAsync();
    }

    [Fact]
    public async Task The_sign_in_has_no_serious_fault()
    {
        var page = await line.OpenAsync(new Uri(line.ConsoleAddress, "/sign-in"));

        await page.AssertAccessibleAsync();
    }
}
