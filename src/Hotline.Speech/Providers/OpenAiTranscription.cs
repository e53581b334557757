using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace Hotline.Speech;

/// <summary>
/// Any server with the OpenAI transcription contract (<c>POST {base}/v1/audio/transcriptions</c>, <c>verbose_json</c>):
/// whisper.cpp, speaches, vLLM on our own premises, or OpenAI itself where the cloud is allowed.
/// </summary>
public sealed class OpenAiTranscription : ISpeechToText
{
    /// <summary>The adapter's name, also that of its HTTP client.</summary>
    public const string ProviderName = "self-hosted-speech";

    private readonly SpeechExchange exchange;
    private readonly TranscriptionOptions options;

    internal OpenAiTranscription(SpeechExchange exchange, IOptions<TranscriptionOptions> options)
    {
        this.exchange = exchange;
        this.options = options.Value;
    }

    public string Name => ProviderName;

    public Task<SttResult> TranscribeAsync(SttRequest request, CancellationToken cancellationToken) =>
        exchange.AskAsync(Name, () => Question(request), OpenAiAnswer.Read, cancellationToken);

    private HttpRequestMessage Question(SttRequest request)
    {
        var question = new HttpRequestMessage(HttpMethod.Post, Address(options.SelfHosted.BaseUrl)) { Content = Form(request) };
        question.Headers.Accept.ParseAdd("application/json");

        if (!string.IsNullOrWhiteSpace(options.SelfHosted.ApiKey))
        {
            question.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.SelfHosted.ApiKey);
        }

        return question;
    }

    // Temperature 0: with more, Whisper invents sentences over noise more often.
    private AudioForm Form(SttRequest request)
    {
        var form = new AudioForm()
            .File("file", request)
            .Text("model", options.SelfHosted.Model ?? "")
            .Text("language", RecordingLanguage.Primary(options.Language))
            .Text("response_format", "verbose_json")
            .Text("temperature", "0");

        return request.Phrases.Count == 0 ? form : form.Text("prompt", string.Join(", ", request.Phrases));
    }

    private static Uri Address(string? baseUrl)
    {
        var root = (baseUrl ?? "").TrimEnd('/');

        return new Uri(root.EndsWith("/v1", StringComparison.Ordinal) ? $"{root}/audio/transcriptions" : $"{root}/v1/audio/transcriptions");
    }
}
