using System.Net;
using System.Text.Json.Nodes;

namespace Hotline.Speech.Tests;

public sealed class AzureFastTranscriptionTests : IAsyncLifetime
{
    private SpeechServer server = null!;
    private SpeechHost host = null!;

    [Fact]
    public async Task The_request_follows_the_contract_and_sends_the_recording_untouched()
    {
        var result = await host.First.TranscribeAsync(Sample.Request(), CancellationToken.None);

        var call = Assert.Single(server.Calls);
        Assert.Equal("상담을 받고 싶어요.", result.Text);
        Assert.Equal(Sample.Bytes("espeak-p02.wav"), call.Part("audio")!.Bytes);
        Assert.Equal("application/json", call.Headers["Accept"]);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"locales":["ko-KR"],"profanityFilterMode":"None","phraseList":{"phrases":["딥페이크","텔레그램"]}}"""),
            JsonNode.Parse(call.Text("definition")!)));
    }

    [Fact]
    public async Task The_form_is_written_as_the_official_clients_write_it()
    {
        await host.First.TranscribeAsync(Sample.Request(), CancellationToken.None);

        var call = Assert.Single(server.Calls);
        Assert.DoesNotContain("\"", call.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Equal("form-data; name=\"audio\"; filename=\"recording.wav\"", call.Part("audio")!.RawDisposition);
        Assert.Equal("form-data; name=\"definition\"", call.Part("definition")!.RawDisposition);
        Assert.Contains("딥페이크", call.Text("definition"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_phrases_the_definition_has_no_phrase_list()
    {
        await host.First.TranscribeAsync(Sample.Request() with { Phrases = [] }, CancellationToken.None);

        Assert.DoesNotContain("phraseList", Assert.Single(server.Calls).Text("definition"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Times_and_confidence_are_read()
    {
        var result = await host.First.TranscribeAsync(Sample.Request(), CancellationToken.None);

        Assert.Equal(TimeSpan.FromMilliseconds(4332), result.AudioDuration);
        Assert.Equal(0.91, result.MinConfidence);
        Assert.Equal(TimeSpan.FromMilliseconds(40), Assert.Single(result.Segments).Offset);
        Assert.Equal("azure-speech", result.Provider);
    }

    [Fact]
    public async Task An_answer_in_the_older_form_without_units_is_read_too()
    {
        server.Then(Reply.Json(200, """
            {"duration":2000,"combinedPhrases":[{"channel":0,"text":"하나."},{"channel":1,"text":"둘."}],
             "phrases":[{"offset":100,"duration":900,"text":"하나.","confidence":0.9},{"offset":1100,"duration":800,"text":"둘.","confidence":0.3}]}
            """));

        var result = await host.First.TranscribeAsync(Sample.Request(), CancellationToken.None);

        Assert.Equal("하나. 둘.", result.Text);
        Assert.Equal(TimeSpan.FromSeconds(2), result.AudioDuration);
        Assert.Equal(TimeSpan.FromMilliseconds(1100), result.Segments[1].Offset);
        Assert.Equal(0.3, result.MinConfidence);
    }

    [Fact]
    public async Task An_answer_without_words_is_a_result_and_no_error()
    {
        server.Then(Reply.Json(200, """{"durationMilliseconds":2000,"combinedPhrases":[],"phrases":[]}"""));

        var result = await host.First.TranscribeAsync(Sample.Request(), CancellationToken.None);

        Assert.True(result.Empty);
        Assert.Null(result.MinConfidence);
    }

    [Theory]
    [InlineData(400, """{"code":"InvalidRequest","message":"m","innerError":{"code":"InvalidSubscription","message":"m"}}""", SttErrorKind.BadRequest, "InvalidSubscription")]
    [InlineData(401, """{"error":{"code":"401","message":"m"}}""", SttErrorKind.Auth, "401")]
    [InlineData(403, """{"code":"Forbidden","message":"m"}""", SttErrorKind.Auth, "Forbidden")]
    [InlineData(404, """{"detail":"Model not found"}""", SttErrorKind.BadRequest, null)]
    [InlineData(413, "", SttErrorKind.TooLarge, null)]
    [InlineData(415, """{"code":"UnsupportedMediaType","message":"m"}""", SttErrorKind.UnsupportedAudio, "UnsupportedMediaType")]
    [InlineData(422, """{"error":"cannot decode"}""", SttErrorKind.UnsupportedAudio, null)]
    [InlineData(302, "", SttErrorKind.Protocol, null)]
    public async Task A_refusal_that_will_not_change_is_asked_once(int status, string body, SttErrorKind kind, string? code)
    {
        server.Then(Reply.Json(status, body));

        var fault = await Assert.ThrowsAsync<SttException>(() => host.First.TranscribeAsync(Sample.Request(), CancellationToken.None));

        Assert.Equal(kind, fault.Kind);
        Assert.Equal(code, fault.Code);
        Assert.Equal((HttpStatusCode)status, fault.Status);
        Assert.False(fault.Retryable);
        Assert.Single(server.Calls);
    }

    [Theory]
    [InlineData(408, SttErrorKind.Transient)]
    [InlineData(429, SttErrorKind.Throttled)]
    [InlineData(500, SttErrorKind.Transient)]
    [InlineData(503, SttErrorKind.Transient)]
    public async Task A_passing_fault_is_asked_four_times_and_stays_retryable(int status, SttErrorKind kind)
    {
        server.Then([.. Enumerable.Repeat(Reply.Text(status, "busy"), 4)]);

        var fault = await Assert.ThrowsAsync<SttException>(() => host.First.TranscribeAsync(Sample.Request(), CancellationToken.None));

        Assert.Equal(kind, fault.Kind);
        Assert.True(fault.Retryable);
        Assert.Equal(4, server.Calls.Count);
    }

    [Fact]
    public async Task Each_repetition_sends_the_whole_recording_again()
    {
        server.Then(AzureContract.Refusal(429, "TooManyRequests", "slow down", ("Retry-After", "0")), Reply.Text(503, "busy"));

        var result = await host.First.TranscribeAsync(Sample.Request(), CancellationToken.None);

        Assert.Equal("상담을 받고 싶어요.", result.Text);
        Assert.Equal(3, server.Calls.Count);
        Assert.All(server.Calls, call => Assert.Equal(Sample.Bytes("espeak-p02.wav"), call.Part("audio")!.Bytes));
    }

    [Theory]
    [InlineData("""{"durationMilliseconds":2000,"combinedPh""")]
    [InlineData("""{"durationMilliseconds":2000}""")]
    [InlineData("""[]""")]
    [InlineData("""<html>proxy</html>""")]
    public async Task An_answer_that_breaks_the_contract_is_asked_twice(string body)
    {
        server.Then(Reply.Json(200, body), Reply.Json(200, body));

        var fault = await Assert.ThrowsAsync<SttException>(() => host.First.TranscribeAsync(Sample.Request(), CancellationToken.None));

        Assert.Equal(SttErrorKind.Protocol, fault.Kind);
        Assert.Equal(2, server.Calls.Count);
    }

    [Fact]
    public async Task An_answer_that_was_cut_off_once_is_read_the_second_time()
    {
        server.Then(Reply.Json(200, """{"durationMilliseconds":2000,"combinedPh"""));

        var result = await host.First.TranscribeAsync(Sample.Request(), CancellationToken.None);

        Assert.False(result.Empty);
    }

    [Fact]
    public async Task A_connection_lost_in_the_answer_is_a_passing_fault()
    {
        server.Then(Reply.Broken("""{"durationMilliseconds":"""));
        await using var once = new SpeechHost([.. SpeechHost.Settings(TranscriptionMode.Azure, server), ("Http:Retries", "0")]);

        var fault = await Assert.ThrowsAsync<SttException>(() => once.First.TranscribeAsync(Sample.Request(), CancellationToken.None));

        Assert.Equal(SttErrorKind.Transient, fault.Kind);
    }

    [Fact]
    public async Task An_answer_beyond_a_megabyte_is_not_read_on()
    {
        var flood = Reply.Text(200, new string(' ', (1024 * 1024) + 1));
        server.Then(flood, flood);

        var fault = await Assert.ThrowsAsync<SttException>(() => host.First.TranscribeAsync(Sample.Request(), CancellationToken.None));

        Assert.Equal(SttErrorKind.Protocol, fault.Kind);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_passing_fault()
    {
        await server.DisposeAsync();

        var fault = await Assert.ThrowsAsync<SttException>(() => host.First.TranscribeAsync(Sample.Request(), CancellationToken.None));

        Assert.Equal(SttErrorKind.Transient, fault.Kind);
    }

    [Fact]
    public async Task The_log_names_provider_status_and_code_and_nothing_personal()
    {
        server.Words = "비밀 이야기예요.";
        server.Then(AzureContract.Refusal(400, "InvalidLocale", "비밀 이야기예요."));
        await Assert.ThrowsAsync<SttException>(() => host.First.TranscribeAsync(Sample.Request(), CancellationToken.None));

        await host.First.TranscribeAsync(Sample.Request(), CancellationToken.None);

        Assert.Contains("azure-speech gave no transcript: BadRequest, status 400, code InvalidLocale", host.Log.Text, StringComparison.Ordinal);
        Assert.Contains("azure-speech answered 200", host.Log.Text, StringComparison.Ordinal);
        Assert.Contains("7c2a1e0e-0000-4000-8000-000000000001", host.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("비밀", host.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("딥페이크", host.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(SpeechServer.Key, host.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", host.Log.Text, StringComparison.Ordinal);
    }

    public async Task InitializeAsync()
    {
        server = await SpeechServer.StartAsync();
        host = new SpeechHost(SpeechHost.Settings(TranscriptionMode.Azure, server));
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await server.DisposeAsync();
    }
}
