using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.Extensions.Options;

namespace Hotline.Speech;

/// <summary>
/// Azure AI Speech, fast transcription, REST version 2025-10-15 (<c>POST /speechtotext/transcriptions:transcribe</c>). The
/// audio travels inside the request; <c>audioUrl</c> is never used, because it would need a public link to a caller's voice.
/// </summary>
public sealed class AzureFastTranscription : ISpeechToText
{
    /// <summary>The adapter's name, also that of its HTTP client.</summary>
    public const string ProviderName = "azure-speech";

    private const string Operation = "speechtotext/transcriptions:transcribe?api-version=2025-10-15";
    private const int MostPhrases = 500;

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        // Korean stays legible in captures; the escaped form means the same.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly SpeechExchange exchange;
    private readonly TranscriptionOptions options;

    internal AzureFastTranscription(SpeechExchange exchange, IOptions<TranscriptionOptions> options)
    {
        this.exchange = exchange;
        this.options = options.Value;
    }

    public string Name => ProviderName;

    public Task<SttResult> TranscribeAsync(SttRequest request, CancellationToken cancellationToken) =>
        exchange.AskAsync(Name, () => Question(request), AzureAnswer.Read, cancellationToken);

    private HttpRequestMessage Question(SttRequest request)
    {
        var question = new HttpRequestMessage(HttpMethod.Post, new Uri($"{options.Azure.Endpoint?.TrimEnd('/')}/{Operation}"))
        {
            Content = new AudioForm()
                .File("audio", request)
                .Text("definition", JsonSerializer.Serialize(DefinitionOf(request), Readable), "application/json"),
        };
        question.Headers.Accept.ParseAdd("application/json");
        question.Headers.Add("Ocp-Apim-Subscription-Key", options.Azure.Key);

        return question;
    }

    // Masked is the service's default and would hide threats and slurs from triage. One locale: no guessing, less delay.
    private Definition DefinitionOf(SttRequest request) => new(
        [RecordingLanguage.Locale(options.Language)],
        "None",
        request.Phrases.Count == 0 ? null : new PhraseList([.. request.Phrases.Take(MostPhrases)]));

    private sealed record Definition(IReadOnlyList<string> Locales, string ProfanityFilterMode, PhraseList? PhraseList);

    private sealed record PhraseList(IReadOnlyList<string> Phrases);
}
