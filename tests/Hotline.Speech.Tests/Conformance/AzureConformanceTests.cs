using System.Text.Json.Nodes;

namespace Hotline.Speech.Tests;

/// <summary>The official client judges the test server, and then our request is held beside the client's own.</summary>
public sealed class AzureConformanceTests : IAsyncLifetime
{
    private static readonly string[] Phrases = ["딥페이크", "텔레그램"];
    private static readonly object Options = new { locales = new[] { "ko-KR" }, profanityFilterMode = "None", phraseList = new { phrases = Phrases } };

    private SpeechServer server = null!;

    [Fact]
    public async Task The_official_client_understands_the_answers_of_the_test_server()
    {
        var outcome = await AskOfficiallyAsync(SpeechServer.Key, Options);

        var result = outcome["result"]!;
        Assert.Equal(4332, (int)result["durationInMs"]!);
        Assert.Equal("상담을 받고 싶어요.", (string)result["combinedPhrases"]![0]!["text"]!);
        Assert.Equal(0.91, (double)result["phrases"]![0]!["confidence"]!);
    }

    [Fact]
    public async Task The_test_server_refuses_the_official_client_where_the_service_would()
    {
        var wrongKey = await AskOfficiallyAsync("wrong", Options);
        var wrongMode = await AskOfficiallyAsync(SpeechServer.Key, new { locales = new[] { "ko-KR" }, profanityFilterMode = "Loud" });
        var wrongLocale = await AskOfficiallyAsync(SpeechServer.Key, new { locales = new[] { "korean" } });
        var wrongWeight = await AskOfficiallyAsync(SpeechServer.Key, new { phraseList = new { phrases = Phrases, biasingWeight = 3 } });

        Assert.Equal([401, 400, 400, 400], new[] { wrongKey, wrongMode, wrongLocale, wrongWeight }.Select(outcome => (int)outcome["status"]!));
    }

    [Fact]
    public async Task Our_request_is_the_one_that_the_official_client_sends()
    {
        await using var host = new SpeechHost(SpeechHost.Settings(TranscriptionMode.Azure, server));

        await AskOfficiallyAsync(SpeechServer.Key, Options);
        await host.First.TranscribeAsync(Sample.Request() with { Phrases = Phrases }, CancellationToken.None);

        var (theirs, ours) = (server.Calls[0], server.Calls[1]);
        Assert.Equal((theirs.Method, theirs.Path, theirs.Query), (ours.Method, ours.Path, ours.Query));
        Assert.Equal(theirs.Headers["Ocp-Apim-Subscription-Key"], ours.Headers["Ocp-Apim-Subscription-Key"]);
        Assert.Equal(theirs.Headers["Accept"], ours.Headers["Accept"]);
        Assert.Equal(theirs.Headers["Content-Type"].Split("boundary=")[0], ours.Headers["Content-Type"].Split("boundary=")[0]);
        Assert.Equal(theirs.Parts.Select(part => part.Name).Order(StringComparer.Ordinal), ours.Parts.Select(part => part.Name).Order(StringComparer.Ordinal));
        Assert.Equal(theirs.Part("definition")!.ContentType, ours.Part("definition")!.ContentType);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(theirs.Text("definition")!), JsonNode.Parse(ours.Text("definition")!)));
        Assert.NotNull(theirs.Part("audio")!.FileName);
        Assert.NotNull(ours.Part("audio")!.FileName);
        Assert.Equal(theirs.Part("audio")!.Bytes, ours.Part("audio")!.Bytes);
    }

    [Fact]
    public async Task Both_read_the_same_refusal_alike()
    {
        await using var host = new SpeechHost(SpeechHost.Settings(TranscriptionMode.Azure, server));
        server.Then(AzureContract.Refusal(400, "InvalidLocale", "m"), AzureContract.Refusal(400, "InvalidLocale", "m"));

        var theirs = await AskOfficiallyAsync(SpeechServer.Key, Options);
        var ours = await Assert.ThrowsAsync<SttException>(() => host.First.TranscribeAsync(Sample.Request(), CancellationToken.None));

        Assert.Equal((int)theirs["status"]!, (int)ours.Status!);
        Assert.Equal("InvalidLocale", ours.Code);
    }

    public async Task InitializeAsync() => server = await SpeechServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    private Task<JsonNode> AskOfficiallyAsync(string key, object options) => OfficialClient.TranscribeAsync(server.Address, key, Sample.PathOf("espeak-p02.wav"), options);
}
