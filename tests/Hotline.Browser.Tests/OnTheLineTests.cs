using Hotline.Browser.Tests.Pages;
using Hotline.Browser.Tests.Running;

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
}
