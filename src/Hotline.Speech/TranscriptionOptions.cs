namespace Hotline.Speech;

/// <summary>Who turns recordings into text, and in which order they are asked.</summary>
public enum TranscriptionMode
{
    Off,
    Azure,
    SelfHosted,
    AzureThenSelfHosted,
    SelfHostedThenAzure,
}

/// <summary>Section <c>Transcription</c>; checked at start by <see cref="TranscriptionOptionsValidator"/>, all faults at once.</summary>
public sealed class TranscriptionOptions
{
    public const string Section = "Transcription";

    public TranscriptionMode Mode { get; set; }

    /// <summary>False makes a call to anything but loopback and <see cref="PrivateHosts"/> impossible, in the settings and on the wire.</summary>
    public bool AllowCloud { get; set; }

    /// <summary>Host names, addresses or ranges (<c>10.0.0.0/8</c>) that count as our own premises besides loopback.</summary>
    public IList<string> PrivateHosts { get; init; } = [];

    public AzureOptions Azure { get; init; } = new();

    public SelfHostedOptions SelfHosted { get; init; } = new();

    /// <summary>Language of the recordings, e.g. <c>ko</c> or <c>ko-KR</c>. One only: guessing costs time and errors.</summary>
    public string Language { get; set; } = "ko";

    /// <summary>A lexicon reviewed by the counselors; empty uses the one shipped with the service.</summary>
    public string? LexiconPath { get; set; }

    public HttpTimes Http { get; init; } = new();

    public bool UsesAzure => Mode is TranscriptionMode.Azure or TranscriptionMode.AzureThenSelfHosted or TranscriptionMode.SelfHostedThenAzure;

    public bool UsesSelfHosted => Mode is TranscriptionMode.SelfHosted or TranscriptionMode.AzureThenSelfHosted or TranscriptionMode.SelfHostedThenAzure;

    public sealed class AzureOptions
    {
        /// <summary>E.g. <c>https://koreacentral.api.cognitive.microsoft.com</c>.</summary>
        public string? Endpoint { get; set; }

        public string? Key { get; set; }
    }

    public sealed class SelfHostedOptions
    {
        /// <summary>A server that speaks the OpenAI transcription contract, with or without <c>/v1</c> at the end.</summary>
        public string? BaseUrl { get; set; }

        /// <summary>The model's name as that server knows it; servers with a single model ignore it.</summary>
        public string? Model { get; set; }

        public string? ApiKey { get; set; }
    }

    /// <summary>
    /// Times of one provider call. The library's standard pipeline gives an attempt 10 s, too short to send and transcribe
    /// three minutes of speech.
    /// </summary>
    public sealed class HttpTimes
    {
        public TimeSpan Total { get; set; } = TimeSpan.FromMinutes(4);

        public TimeSpan Attempt { get; set; } = TimeSpan.FromSeconds(75);

        /// <summary>How often a failed attempt is repeated inside one call, 0 to 10.</summary>
        public int Retries { get; set; } = 3;

        /// <summary>Wait before the first repetition; doubles each time, with jitter, up to 30 s.</summary>
        public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(0.5);
    }
}
