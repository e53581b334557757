using Hotline.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Hotline.Browser.Tests.Pages;

/// <summary>The sandbox's page in the hands of a newcomer who calls.</summary>
internal sealed class PhonePage(IPage page)
{
    public IPage Page => page;

    /// <summary>The service promises a case after <c>CaseBackend:TranscriptWait</c> (90 s) at the latest, and a lost signal is made up for within a minute.</summary>
    private const float LongestWaitForCase = 160_000;

    public ILocator Cases => page.Locator("#cases .case");

    public static async Task<PhonePage> OpenAsync(WholeLine line, int width = 1280, int height = 800, ColorScheme scheme = ColorScheme.Light) =>
        new(await line.OpenAsync(line.PhoneAddress, width, height, scheme));

    /// <param name="lastFour">Tells the callers of different tests apart.</param>
    public async Task CallAsync(string lastFour)
    {
        await page.GetByLabel("휴대전화 끝 네 자리").FillAsync(lastFour);
        await page.GetByRole(AriaRole.Button, new() { Name = "전화 걸기" }).ClickAsync();
    }

    /// <summary>Waits until it is heard.</summary>
    /// <returns>The whole line.</returns>
    public async Task<string> HearAsync(string words)
    {
        var heard = page.Locator("#log .line.said", new() { HasText = words }).Last;
        await heard.WaitForAsync();
        return await heard.Locator("p").InnerTextAsync();
    }

    /// <summary>Presses the computer's own key.</summary>
    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    public Task ClickKeyAsync(string key) => page.Locator($"#keypad [data-key='{key}']").ClickAsync();

    /// <summary>Asks to be called back at this number, as soon as possible, with nothing left to others.</summary>
    /// <returns>The reference that was spoken, eight digits.</returns>
    public async Task<string> RequestCallbackAsync(string lastFour)
    {
        await CallAsync(lastFour);
        await HearAsync("디지털성범죄피해자지원센터");
        await PressAsync("3");
        await HearAsync("저희가 전화드리겠습니다");
        await PressAsync("1");
        await HearAsync("이 번호로 전화드려도 안전하면");
        await PressAsync("1");
        await HearAsync("통화하기 안전한 시간");
        await PressAsync("1");
        await HearAsync("맞으면 일 번");
        await PressAsync("1");
        await HearAsync("받지 못하시면");
        await PressAsync("1");
        return SpokenDigits(await HearAsync("접수번호는"));
    }

    /// <summary>After <see cref="RequestCallbackAsync"/>: agrees to leave a message and waits for the tone.</summary>
    public async Task BeginMessageAsync()
    {
        await PressAsync("1");
        await HearAsync("녹음하고 글로 옮겨");
        await PressAsync("1");
        await page.GetByText("지금 녹음 중").WaitForAsync();
    }

    /// <summary>One of the phones that the hotline rings, by a part of its number.</summary>
    public ILocator RungPhone(string number) => page.GetByRole(AriaRole.Article, new() { Name = number });

    public Task HangUpAsync() => page.Locator("#hang-up").ClickAsync();

    public Task WaitUntilOverAsync() => page.Locator("#status[data-state=over]").WaitForAsync();

    /// <summary>What the browser's voice was given, as <c>ko-KR: text</c>, and <c>stopped</c> wherever it was cut short.</summary>
    public Task<string[]> ReadAloudAsync() => page.EvaluateAsync<string[]>("() => window.readAloud");

    /// <summary>The case of that reference, once it is there.</summary>
    public async Task<string> CaseAsync(string reference)
    {
        var found = Cases.Filter(new() { HasText = $"{reference[..4]}-{reference[4..]}" });
        await found.WaitForAsync(new() { Timeout = LongestWaitForCase });
        return await found.InnerTextAsync();
    }

    public Task PhotographAsync(string name) => page.ScreenshotAsync(new() { Path = Places.Screenshot(name), FullPage = true });

    private static string SpokenDigits(string sentence)
    {
        const string digits = "공일이삼사오육칠팔구";
        var spoken = sentence[(sentence.IndexOf("접수번호는", StringComparison.Ordinal) + 5)..].Split('.')[0];
        return string.Concat(spoken.Select(letter => digits.IndexOf(letter, StringComparison.Ordinal)).Where(digit => digit >= 0));
    }
}
