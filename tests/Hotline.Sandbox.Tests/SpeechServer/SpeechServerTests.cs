using System.Net.Http.Headers;
using System.Text.Json;
using Hotline.Sandbox.Faults;
using Hotline.Sandbox.SpeechServer;
using Microsoft.Extensions.Time.Testing;

namespace Hotline.Sandbox.Tests.SpeechServer;

public sealed class SpeechServerTests : IAsyncLifetime, IDisposable
{
    private const string Azure = "speech/speechtotext/transcriptions:transcribe?api-version=2025-10-15";
    private const string Definition = """{"locales":["ko-KR"],"profanityFilterMode":"None","phraseList":{"phrases":["딥페이크"]}}""";

    private readonly HttpClient http = new();
    private SandboxServer sandbox = null!;

    [Fact]
    public async Task A_registered_recording_is_heard_whatever_its_header_and_another_one_is_not()
    {
        sandbox.Speech.Register(Wav.Seconds(3), "텔레그램에서 협박을 받고 있어요.");
        byte[] otherHeader = [.. Wav.Seconds(3)];
        otherHeader[4] ^= 1;

        var (status, heard) = await AzureAsync(otherHeader, Definition);
        var (_, unknown) = await AzureAsync(Wav.Seconds(4), Definition);

        Assert.Equal((200, 3000, "텔레그램에서 협박을 받고 있어요."), (status, heard.GetProperty("durationMilliseconds").GetInt32(), heard.GetProperty("combinedPhrases")[0].GetProperty("text").GetString()));
        Assert.Equal((4000, 0), (unknown.GetProperty("durationMilliseconds").GetInt32(), unknown.GetProperty("combinedPhrases").GetArrayLength()));
        Assert.Equal(2, sandbox.Speech.Requests.Count);
        Assert.Equal("rec.wav", sandbox.Speech.Requests.First().FileName);
    }

    [Theory]
    [InlineData("""{"locale":["ko-KR"]}""", "2025-10-15")]
    [InlineData("""{"locales":["ko-KR"],"profanityFilterMode":"none"}""", "2025-10-15")]
    [InlineData("""{"locales":["ko-KR"],"phraseList":{"phrases":["x"]}}""", "2024-11-15")]
    [InlineData("""{"locales":["ko-KR"],"audioUrl":"https://example.kr/a.wav"}""", "2025-10-15")]
    [InlineData("locales=ko-KR", "2025-10-15")]
    [InlineData("{}", "2023-01-01")]
    public async Task A_request_that_azure_would_refuse_is_refused(string definition, string version)
    {
        var (status, error) = await AzureAsync(Wav.Seconds(1), definition, version);

        Assert.Equal(400, status);
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
        Assert.Empty(sandbox.Speech.Requests);
    }

    [Fact]
    public async Task A_wrong_key_a_missing_file_name_and_a_fault_each_fail_as_azure_fails()
    {
        http.DefaultRequestHeaders.Remove("Ocp-Apim-Subscription-Key");
        Assert.Equal(401, (await AzureAsync(Wav.Seconds(1), Definition)).Status);
        http.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", "sandbox-speech-key");
        Assert.Equal(422, (await AzureAsync(Wav.Seconds(1), Definition, fileName: null)).Status);
        sandbox.Faults.Next(FaultPoint.Speech, new Fault.Answer(429, TimeSpan.FromSeconds(1)));
        var (status, error) = await AzureAsync(Wav.Seconds(1), Definition);

        Assert.Equal((429, "TooManyRequests"), (status, error.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task The_self_hosted_server_answers_from_the_same_script()
    {
        sandbox.Speech.Register(Wav.Seconds(2), "상담 받고 싶어요.");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sandbox-speech-key");
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Wav.Seconds(2)), "file", "rec.wav" }, { new StringContent("whisper"), "model" }, { new StringContent("verbose_json"), "response_format" } };

        var (status, body) = await SendAsync("speech/v1/audio/transcriptions", form);

        Assert.Equal((200, "상담 받고 싶어요.", 2.0), (status, body.GetProperty("text").GetString(), body.GetProperty("duration").GetDouble()));
        Assert.Equal(-0.12, body.GetProperty("segments")[0].GetProperty("avg_logprob").GetDouble());
    }

    [Fact]
    public async Task The_shipped_samples_are_heard_as_their_table_says()
    {
        var samples = new SpokenSamples(SpokenSamples.ShippedFolder, sandbox.Speech);
        Assert.Equal(5, samples.All.Count);

        foreach (var sample in samples.All)
        {
            var (_, heard) = await AzureAsync(sample.Wav, Definition);
            Assert.Equal(sample.Text, heard.GetProperty("combinedPhrases")[0].GetProperty("text").GetString());
        }
    }

    public async Task InitializeAsync()
    {
        sandbox = await SandboxServer.StartAsync(new() { Seed = 1 }, new FakeTimeProvider());
        http.BaseAddress = sandbox.BaseUrl;
        http.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", "sandbox-speech-key");
    }

    public async Task DisposeAsync()
    {
        await sandbox.DisposeAsync();
        Dispose();
    }

    public void Dispose() => http.Dispose();

    private async Task<(int Status, JsonElement Body)> AzureAsync(byte[] wav, string definition, string version = "2025-10-15", string? fileName = "rec.wav")
    {
        using var form = new MultipartFormDataContent();
        using var audio = new ByteArrayContent(wav);
        if (fileName is null)
            form.Add(audio, "audio");
        else
            form.Add(audio, "audio", fileName);
        form.Add(new StringContent(definition), "definition");
        return await SendAsync(Azure.Replace("2025-10-15", version, StringComparison.Ordinal), form);
    }

    private async Task<(int Status, JsonElement Body)> SendAsync(string path, HttpContent content)
    {
        using var response = await http.PostAsync(new Uri(path, UriKind.Relative), content);
        return ((int)response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }
}
