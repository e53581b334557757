namespace Hotline.Speech.Tests;

public sealed class SttEvaluationTests : IAsyncLifetime
{
    private readonly string manifest = Path.Combine(AppContext.BaseDirectory, "audio", $"manifest-{Environment.CurrentManagedThreadId}-{Environment.TickCount64}.tsv");
    private SpeechServer server = null!;
    private SpeechHost host = null!;

    [Fact]
    public async Task Every_recording_is_scored_and_the_sum_is_given()
    {
        server.Words = "지금 죽고 싶어요. 빨리 연락해 주세요.";
        await File.WriteAllTextAsync(manifest, "# who said what\nespeak-p02.wav\t지금 죽고 싶어요. 빨리 연락해 주세요.\nespeak-p03.wav\t협박하고 있어요.\n");

        var report = await RunAsync();

        Assert.Equal(("azure-speech", 2, 0), (report.Provider, report.Lines.Count, report.Failed));
        Assert.Equal(0, report.Lines[0].Score.Characters.Errors);
        Assert.Equal(["협박"], report.Total.Keywords.Missed);
        Assert.Equal(0.5, report.Total.Keywords.Rate);
    }

    [Fact]
    public async Task A_recording_without_an_answer_counts_as_all_wrong()
    {
        server.Then(Reply.Json(401, "{}"));
        await File.WriteAllTextAsync(manifest, "espeak-p02.wav\t죽고 싶어요\n");

        var report = await RunAsync();

        Assert.Equal(1, report.Failed);
        Assert.Equal(1, report.Total.Characters.Rate);
        Assert.Equal(0, report.Total.Keywords.Rate);
    }

    [Theory]
    [InlineData("", "names no recording")]
    [InlineData("espeak-p02.wav", "Line 1 of the manifest needs an audio file")]
    [InlineData("espeak-p02.wav\t네\nno-such.wav\t네", "Line 2 of the manifest names no-such.wav, which does not exist")]
    public async Task A_faulty_manifest_says_which_line_and_why(string content, string sentence)
    {
        await File.WriteAllTextAsync(manifest, content);

        var fault = await Assert.ThrowsAsync<InvalidDataException>(RunAsync);

        Assert.Contains(sentence, fault.Message, StringComparison.Ordinal);
        Assert.Empty(server.Calls);
    }

    public async Task InitializeAsync()
    {
        server = await SpeechServer.StartAsync();
        host = new SpeechHost(SpeechHost.Settings(TranscriptionMode.Azure, server));
    }

    public async Task DisposeAsync()
    {
        File.Delete(manifest);
        await host.DisposeAsync();
        await server.DisposeAsync();
    }

    private Task<SttReport> RunAsync() => SttEvaluation.RunAsync(manifest, host.First, UrgencyLexicon.Shipped(), TimeProvider.System, CancellationToken.None);
}
