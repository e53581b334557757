using System.Xml.Serialization;

namespace Hotline.Twilio.Twiml;

/// <summary>Begins to listen in beside the call and returns at once.</summary>
public sealed record Start(ValueList<AudioTap> Taps) : Verb
{
    public Start(AudioTap tap) : this([tap]) { }
}

/// <summary>Ends what <see cref="Start"/> began under the same name.</summary>
public sealed record Stop(ValueList<AudioTap> Taps) : Verb
{
    public Stop(AudioTap tap) : this([tap]) { }
}

/// <summary>Something that receives the call's audio beside the conversation.</summary>
public abstract record AudioTap
{
    private protected AudioTap() { }

    /// <summary>By which <see cref="Stop"/> finds it.</summary>
    public string? Name { get; init; }

    public TapTrack? Track { get; init; }

    public ValueList<Parameter> Parameters { get; init; }
}

/// <summary>Live transcription. Partial and final results go to <see cref="StatusCallbackUrl"/>, in order per track only.</summary>
public sealed record Transcription : AudioTap
{
    [WebAddress(Absolute = true)]
    public string? StatusCallbackUrl { get; init; }

    public CallbackMethod? StatusCallbackMethod { get; init; }

    public string? LanguageCode { get; init; }

    public bool? PartialResults { get; init; }

    [Hints]
    public string? Hints { get; init; }

    public string? SpeechModel { get; init; }

    public string? TranscriptionEngine { get; init; }

    public string? IntelligenceService { get; init; }

    public bool? EnableAutomaticPunctuation { get; init; }

    public bool? ProfanityFilter { get; init; }

    public string? InboundTrackLabel { get; init; }

    public string? OutboundTrackLabel { get; init; }
}

/// <summary>Raw audio over a WebSocket: the element <c>&lt;Stream&gt;</c>.</summary>
[XmlRoot("Stream")]
public sealed record LiveAudio : AudioTap
{
    [Shape(@"wss://[^/?#\s]+\S*", "a wss:// URL")]
    public string? Url { get; init; }

    [WebAddress]
    public string? StatusCallback { get; init; }

    public CallbackMethod? StatusCallbackMethod { get; init; }
}
