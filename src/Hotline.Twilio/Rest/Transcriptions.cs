using Hotline.Twilio.Twiml;

namespace Hotline.Twilio.Rest;

/// <summary>Live transcription of a call. Every property is Twilio's field of that name.</summary>
public sealed record NewTranscription
{
    public string? Name { get; init; }

    public string? StatusCallbackUrl { get; init; }

    public CallbackMethod? StatusCallbackMethod { get; init; }

    public string? LanguageCode { get; init; }

    public TapTrack? Track { get; init; }

    public bool? PartialResults { get; init; }

    public string? Hints { get; init; }

    public string? SpeechModel { get; init; }

    public string? TranscriptionEngine { get; init; }

    public bool? EnableAutomaticPunctuation { get; init; }

    public bool? ProfanityFilter { get; init; }
}

public enum TranscriptionStatus { Unknown, InProgress, Stopped }

public sealed record TwilioTranscription
{
    public required string Sid { get; init; }

    public string? CallSid { get; init; }

    public string? Name { get; init; }

    public TranscriptionStatus Status { get; init; }
}

/// <summary>Live transcriptions of calls: contract §5.</summary>
public sealed class TwilioTranscriptions
{
    private readonly TwilioTransport transport;

    internal TwilioTranscriptions(TwilioTransport transport) => this.transport = transport;

    public Task<TwilioTranscription> StartAsync(string callSid, NewTranscription transcription, CancellationToken cancellation = default) =>
        transport.SendAsync<TwilioTranscription>(new(HttpMethod.Post, $"{PathOf(callSid)}.json", "transcribe a call") { Form = transcription, Repeatable = false }, cancellation);

    /// <summary>Null when it is over already.</summary>
    public Task<TwilioTranscription?> StopAsync(string callSid, string sidOrName, CancellationToken cancellation = default) =>
        transport.FindAsync<TwilioTranscription>(
            new(HttpMethod.Post, $"{PathOf(callSid)}/{Uri.EscapeDataString(sidOrName)}.json", "stop a transcription") { Form = new { Status = TranscriptionStatus.Stopped } },
            cancellation);

    private static string PathOf(string callSid) => $"Calls/{Uri.EscapeDataString(callSid)}/Transcriptions";
}
