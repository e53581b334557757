using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Hotline.Browser.Tests.Pages;

internal static class Accessibility
{
    /// <summary>Fails with every serious or critical violation that axe finds on the page as it is now.</summary>
    public static async Task AssertAccessibleAsync(this IPage page)
    {
        var found = await page.RunAxe();
        Assert.Empty(found.Violations
            .Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {violation.Help} {string.Join(' ', violation.Nodes.Select(node => node.Html))}"));
    }
}
