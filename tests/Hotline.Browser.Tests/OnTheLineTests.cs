using Hotline.Browser.Tests.Pages;
using Hotline.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Hotline.Browser.Tests;

/// <summary>What a caller can do at any time.</summary>
[Collection(WholeLineTests.Name)]
public sealed class OnTheLineTests(WholeLine line)
{
    [Fact]
    public async Task Eight_leaves_quickly_with_a_neutral_sentence_and_nothing_behind()
    {
        var phone = await PhonePage.OpenAsync(line);
        await phone.CallAsync("2101");
        await phone.HearAsync("디지털성범죄피해자지원센터");

        await phone.ClickKeyAsync("8");

        Assert.Equal("문의해 주셔서 감사합니다. 안내를 마칩니다.", await phone.HearAsync("문의해 주셔서"));
        await phone.WaitUntilOverAsync();
        Assert.Equal(0, await phone.Cases.Filter(new() { HasText = "010-0000-2101" }).CountAsync());
    }

    [Fact]
    public async Task Nine_speaks_English_and_a_key_cuts_short_what_is_read_aloud()
    {
        var phone = await PhonePage.OpenAsync(line);
        await phone.CallAsync("2102");
        await phone.HearAsync("디지털성범죄피해자지원센터");

        await phone.PressAsync("9");
        await phone.HearAsync("Press 0 at any time for a counselor");

        var aloud = (await phone.ReadAloudAsync()).SkipWhile(said => said == "stopped").ToList();
        Assert.StartsWith("ko-KR: 안녕하세요.", aloud[0], StringComparison.Ordinal);
        var cut = aloud.IndexOf("stopped");
        Assert.True(cut > 0, string.Join('\n', aloud));
        Assert.All(aloud.Skip(cut + 1), said => Assert.StartsWith("en-US: ", said, StringComparison.Ordinal));
        Assert.True(aloud.Count > cut + 1, string.Join('\n', aloud));
        await phone.HangUpAsync();
        await phone.WaitUntilOverAsync();
    }

    [Fact]
    public async Task A_phone_that_the_hotline_rings_is_answered_and_spoken_into_on_the_page()
    {
        var phone = await PhonePage.OpenAsync(line);
        await phone.CallAsync("2103");
        await phone.HearAsync("디지털성범죄피해자지원센터");
        await phone.PressAsync("0");
        await phone.HearAsync("지금은 바로 받을 수 있는 상담원이 없습니다");
        await phone.PressAsync("1");

        var rung = phone.RungPhone("1366");
        await rung.GetByRole(AriaRole.Button, new() { Name = "받기" }).ClickAsync();
        await rung.GetByLabel("누를 버튼이나 할 말").FillAsync("여보세요, 천삼백육십육입니다.");
        await rung.GetByRole(AriaRole.Button, new() { Name = "누르기" }).ClickAsync();
        await phone.Page.Locator("#log .person", new() { HasText = "여보세요, 천삼백육십육입니다." }).WaitForAsync();
        await phone.PhotographAsync("phone-talking");
        await phone.Page.AssertAccessibleAsync();
        await phone.HangUpAsync();

        await rung.GetByText("쉬는 중").WaitForAsync();
    }
}
