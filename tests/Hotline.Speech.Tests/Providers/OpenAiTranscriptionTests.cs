using System.Globalization;

namespace Hotline.Speech.Tests;

public sealed class OpenAiTranscriptionTests : IAsyncLifetime
{
    private SpeechServer server = null!;
    private SpeechHost host = null!;

    [Fact]
    public async Task The_form_asks_for_korean_verbose_json_at_temperature_zero()
    {
        await host.First.TranscribeAsync(Sample.Request(), CancellationToken.None);

        var call = Assert.Single(server.Calls);
        Assert.Equal(
            [("file", null), ("model", "whisper-large-v3-turbo"), ("language", "ko"), ("response_format", "verbose_json"), ("temperature", "0"), ("prompt", "딥페이크, 텔레그램")],
            call.Parts.Select(part => (part.Name, part.Name == "file" ? null : call.Text(part.Name))));
        Assert.Equal("form-data; name=\"file\"; filename=\"recording.wav\"", call.Part("file")!.RawDisposition);
        Assert.Equal(Sample.Bytes("espeak-p02.wav"), call.Part("file")!.Bytes);
    }

    [Fact]
    public async Task A_base_address_that_names_the_version_already_is_not_given_it_twice()
    {
        await using var versioned = new SpeechHost(
            [.. SpeechHost.Settings(TranscriptionMode.SelfHosted, server).Where(setting => setting.Key != "SelfHosted:BaseUrl"), ("SelfHosted:BaseUrl", $"{server.Address}v1/")]);

        await versioned.First.TranscribeAsync(Sample.Request(), CancellationToken.None);

        Assert.Equal("/v1/audio/transcriptions", Assert.Single(server.Calls).Path);
    }

    [Fact]
    public async Task Confidence_is_the_exponent_of_the_mean_log_probability()
    {
        var result = await host.First.TranscribeAsync(Sample.Request(), CancellationToken.None);

        Assert.Equal(Math.Exp(-0.21), result.MinConfidence!.Value, 9);
        Assert.Equal(TimeSpan.FromMilliseconds(4332), result.AudioDuration);
        Assert.Equal(0.02, Assert.Single(result.Segments).NoSpeechProbability);
    }

    public static TheoryData<string, string, double?> Answers => new()
    {
        { "whisper.cpp", """{"task":"transcribe","language":"korean","duration":4.332499980926514,"text":" 네.\n","segments":[{"id":0,"text":" 네.","start":0,"end":2.5,"tokens":[],"words":[],"temperature":0,"avg_logprob":-0.5,"no_speech_prob":0.1}]}""", Math.Exp(-0.5) },
        { "whisper.cpp without tokens", """{"text":"네.","segments":[{"id":0,"text":"네.","start":0,"end":2.5,"avg_logprob":null}]}""", null },
        { "speaches", """{"task":"transcribe","language":"ko","duration":4.3,"text":"네.","words":null,"segments":[{"id":1,"seek":0,"start":0.0,"end":2.5,"text":"네.","tokens":[1],"temperature":0.0,"avg_logprob":-0.1,"compression_ratio":0.8,"no_speech_prob":0.0}]}""", Math.Exp(-0.1) },
        { "OpenAI", """{"task":"transcribe","language":"korean","duration":4.3,"text":"네.","segments":[{"id":0,"seek":0,"start":0.0,"end":2.5,"text":"네.","tokens":[],"temperature":0.0,"avg_logprob":-0.2,"compression_ratio":1.0,"no_speech_prob":0.01}],"usage":{"type":"duration","seconds":5}}""", Math.Exp(-0.2) },
        { "plain json", """{"text":"네."}""", null },
        { "one segment unknown", """{"text":"네.","segments":[{"start":0,"end":1,"text":"네","avg_logprob":-0.1},{"start":1,"end":2,"text":"."}]}""", null },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Every_servers_answer_is_read(string kind, string body, double? confidence)
    {
        server.Then(Reply.Json(200, body));

        var result = await host.First.TranscribeAsync(Sample.Request(), CancellationToken.None);

        Assert.True(result.Text == "네.", kind);
        Assert.Equal(confidence is null ? null : confidence.Value.ToString("F9", CultureInfo.InvariantCulture), result.MinConfidence?.ToString("F9", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(400, "text/plain", "Invalid request", SttErrorKind.BadRequest)]
    [InlineData(404, "application/json", """{"detail":"Model 'x' is not installed locally."}""", SttErrorKind.BadRequest)]
    [InlineData(422, "application/json", """{"detail":[{"type":"missing","loc":["body","file"]}]}""", SttErrorKind.BadRequest)]
    [InlineData(415, "application/json", """{"detail":"Failed to decode audio."}""", SttErrorKind.UnsupportedAudio)]
    [InlineData(401, "application/json", """{"error":{"message":"m","code":"invalid_api_key"}}""", SttErrorKind.Auth)]
    public async Task Every_servers_refusal_is_understood(int status, string type, string body, SttErrorKind kind)
    {
        server.Then(new Reply(status, type, body));

        var fault = await Assert.ThrowsAsync<SttException>(() => host.First.TranscribeAsync(Sample.Request(), CancellationToken.None));

        Assert.Equal(kind, fault.Kind);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task Impossible_numbers_in_an_answer_do_no_harm()
    {
        server.Then(Reply.Json(200, """{"text":"네.","duration":1e300,"segments":[{"start":5,"end":-1e99,"text":null,"avg_logprob":12,"no_speech_prob":"x"}]}"""));

        var result = await host.First.TranscribeAsync(Sample.Request(), CancellationToken.None);

        Assert.Equal(1, result.MinConfidence);
        Assert.Equal(TimeSpan.Zero, Assert.Single(result.Segments).Duration);
    }

    public async Task InitializeAsync()
    {
        server = await SpeechServer.StartAsync();
        host = new SpeechHost(SpeechHost.Settings(TranscriptionMode.SelfHosted, server));
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await server.DisposeAsync();
    }
}
