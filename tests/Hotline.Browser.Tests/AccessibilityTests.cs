using Deque.AxeCore.Playwright;
using Hotline.Browser.Tests.Pages;
using Hotline.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Hotline.Browser.Tests;

/// <summary>Everyone can use it: judged by axe, and at the size of a telephone.</summary>
[Collection(WholeLineTests.Name)]
public sealed class AccessibilityTests(WholeLine line)
{
    [Theory]
    [InlineData("light", 1280, 800)]
    [InlineData("dark", 390, 844)]
    public async Task The_phone_has_no_serious_fault_and_fits_the_screen(string scheme, int width, int height)
    {
        var phone = await PhonePage.OpenAsync(line, width, height, scheme is "dark" ? ColorScheme.Dark : ColorScheme.Light);
        await phone.CallAsync("2201");
        await phone.HearAsync("디지털성범죄피해자지원센터");
        await phone.Page.GetByText("상담 전화의 시계").ClickAsync();
        await phone.Page.GetByText("고장 내기").ClickAsync();
        await phone.PhotographAsync($"phone-{scheme}-{width}");

        await AssertCleanAsync(phone.Page);
        Assert.Equal(0, await phone.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"));
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "끊기" }).First.ClickAsync();
    }

    [Fact]
    public async Task The_sign_in_has_no_serious_fault()
    {
        var page = await line.OpenAsync(new Uri(line.ConsoleAddress, "/sign-in"));

        await AssertCleanAsync(page);
    }

    private static async Task AssertCleanAsync(IPage page)
    {
        var found = await page.RunAxe();
        Assert.Empty(found.Violations
            .Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {violation.Help} {string.Join(' ', violation.Nodes.Select(node => node.Html))}"));
    }
}
