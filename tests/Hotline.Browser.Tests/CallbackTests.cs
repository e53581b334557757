using System.Buffers.Binary;
using Hotline.Browser.Tests.Pages;
using Hotline.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Hotline.Browser.Tests;

/// <summary>The main job, lived through in a browser: a call becomes a case.</summary>
[Collection(WholeLineTests.Name)]
public sealed class CallbackTests(WholeLine line)
{
    [Fact]
    public async Task A_message_left_on_the_phone_becomes_a_case_with_its_words_and_the_spoken_reference()
    {
        var phone = await PhonePage.OpenAsync(line);

        var reference = await phone.RequestCallbackAsync("2001");
        await phone.BeginMessageAsync();
        await phone.Page.GetByLabel("견본 목소리 고르기").SelectOptionAsync("p03");
        await phone.PhotographAsync("phone-recording");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "남기고 # 누르기" }).ClickAsync();
        await phone.HearAsync("이대로 접수는");
        await phone.PressAsync("4");
        await phone.HearAsync("남기신 말씀도 접수되었습니다");
        var opened = await phone.CaseAsync(reference);
        await phone.PhotographAsync("phone-case");

        Assert.Contains("텔레그램에서 제 사진으로 딥페이크를 만들어서 돈을 보내라고 협박하고 있어요.", opened, StringComparison.Ordinal);
        Assert.Contains("긴급", opened, StringComparison.Ordinal);
        Assert.Contains("010-0000-2001", opened, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_said_into_the_microphone_reaches_the_case_as_telephone_sound()
    {
        var phone = await PhonePage.OpenAsync(line);

        var reference = await phone.RequestCallbackAsync("2002");
        await phone.BeginMessageAsync();
        await phone.Page.GetByRole(AriaRole.Radio, new() { Name = "마이크" }).CheckAsync();
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "말하기 시작" }).ClickAsync();
        await phone.Page.GetByLabel("이 말로 들립니다").FillAsync("딥페이크로 협박을 받고 있어요.");
        await phone.Page.GetByText("듣고 있습니다 3초").WaitForAsync();
        var sent = await phone.Page.RunAndWaitForRequestAsync(
            () => phone.ClickKeyAsync("#"),
            request => request.Url.Contains("/message?", StringComparison.Ordinal));
        await phone.HearAsync("이대로 접수는");
        await phone.PressAsync("4");
        var opened = await phone.CaseAsync(reference);

        AssertTelephoneSound(sent.PostDataBuffer!, atLeastSeconds: 2);
        Assert.Contains("딥페이크로 협박을 받고 있어요.", opened, StringComparison.Ordinal);
    }

    private static void AssertTelephoneSound(byte[] wav, int atLeastSeconds)
    {
        Assert.Equal("RIFF"u8, wav.AsSpan(0, 4));
        Assert.Equal("WAVE"u8, wav.AsSpan(8, 4));
        Assert.Equal(1, BinaryPrimitives.ReadUInt16LittleEndian(wav.AsSpan(22)));
        Assert.Equal(8000u, BinaryPrimitives.ReadUInt32LittleEndian(wav.AsSpan(24)));
        Assert.Equal(16, BinaryPrimitives.ReadUInt16LittleEndian(wav.AsSpan(34)));
        Assert.Equal((uint)wav.Length - 44, BinaryPrimitives.ReadUInt32LittleEndian(wav.AsSpan(40)));
        Assert.True(wav.Length > 44 + (16000 * atLeastSeconds), $"{wav.Length} bytes");
    }
}
