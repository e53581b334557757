using Hotline.Web.Hosting;
using Hotline.Web.Prompts;
using Microsoft.Extensions.Logging;

namespace Hotline.Web.Tests.Prompts;

/// <summary>What is wrong with the prompts is told before anybody calls.</summary>
public sealed class PromptStartTests : IDisposable
{
    private readonly PromptFolder prompts = new();

    public void Dispose() => prompts.Dispose();

    [Fact]
    public async Task A_missing_prompt_stops_the_start_in_one_message_with_every_other_fault()
    {
        prompts.Edit("queue.tsv", text => text.Replace("queue.enter\t", "queue.entre\t", StringComparison.Ordinal));
        prompts.Edit("callback.tsv", text => text.Replace("{refDigits}", "{reference}", StringComparison.Ordinal));
        var builder = HotlineHost.CreateBuilder(
        [
            "--environment=Development", "--urls=http://127.0.0.1:0", "--Hotline:PublicBaseUrl=https://line.example.kr", "--Hotline:Number=1366",
            "--OpeningHours:Profile=Sometimes", "--Agencies:ShortCodePrefix=82", $"--Prompts:Directory={prompts.Path}",
        ]);
        builder.Logging.ClearProviders();

        var stopped = await Record.ExceptionAsync(async () =>
        {
            await using var host = HotlineHost.Build(builder);
            await host.StartAsync();
        });

        var message = StartFaults.Describe(stopped!);
        Assert.NotNull(message);
        Assert.Contains("The prompt queue.enter is missing.", message, StringComparison.Ordinal);
        Assert.Contains("The prompt callback.confirmed has the placeholder {reference}, which nobody fills there.", message, StringComparison.Ordinal);
        Assert.Contains("Hotline:Number must be", message, StringComparison.Ordinal);
        Assert.Contains("OpeningHours:Profile must be", message, StringComparison.Ordinal);
        Assert.Contains("Agencies:ShortCodePrefix and ShortCodeSuffix must make", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Recordings_that_could_never_be_played_are_faults()
    {
        prompts.Record("ko/greeting.open.wav");
        prompts.Record("ko/greeting.opne.wav");
        prompts.Record("ko/greeting.nextOpen.wav");
        prompts.Record("ko/menu.main.mp3");
        prompts.Record("kr/menu.main.wav");
        prompts.Record("en/menu.main.wav", [1, 2, 3]);

        var faults = Assert.Throws<PromptFaultsException>(() => PromptCatalogue.Load(prompts.Path, SpokenPrompts.All)).Faults;

        Assert.Equal(
            [
                "audio/en/menu.main.wav is not a WAVE file.",
                "audio/ko/greeting.nextOpen.wav: greeting.nextOpen has placeholders, so it cannot be recorded.",
                "audio/ko/greeting.opne.wav: there is no prompt greeting.opne.",
                "audio/ko/menu.main.mp3: a recording is audio/ko/<key>.wav or audio/en/<key>.wav.",
                "audio/kr/menu.main.wav: a recording is audio/ko/<key>.wav or audio/en/<key>.wav.",
            ],
            faults);
    }
}
