using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;

namespace Hotline.Twilio.Twiml;

/// <summary>
/// Connects the call. With <see cref="Action"/> the verbs after it never run, and the call goes on with what the action
/// answers: an empty answer cuts the caller off. Decide there on DialBridged, not on DialCallStatus alone.
/// </summary>
public sealed record Dial(ValueList<Noun> Nouns) : Verb
{
    public Dial(Noun noun) : this([noun]) { }

    [WebAddress]
    public string? Action { get; init; }

    public CallbackMethod? Method { get; init; }

    /// <summary>Seconds of ringing; null: 30.</summary>
    [Range(1, int.MaxValue)]
    public int? Timeout { get; init; }

    /// <summary>Seconds of talk; null: 14400.</summary>
    [Range(1, 86400)]
    public int? TimeLimit { get; init; }

    /// <summary>A number of the account, a verified one, or the To/From of the call; null: the caller's.</summary>
    public string? CallerId { get; init; }

    public bool? AnswerOnBridge { get; init; }

    public bool? HangupOnStar { get; init; }

    public DialRecord? Record { get; init; }

    public RecordingTrack? RecordingTrack { get; init; }

    public Trim? Trim { get; init; }

    [WebAddress]
    public string? RecordingStatusCallback { get; init; }

    public CallbackMethod? RecordingStatusCallbackMethod { get; init; }

    public ValueList<RecordingEvent> RecordingStatusCallbackEvent { get; init; }

    public bool? Sequential { get; init; }

    /// <summary>A country of Twilio's list; there is no Korean tone.</summary>
    [Shape("at|au|bg|br|be|ch|cl|cn|cz|de|dk|ee|es|fi|fr|gr|hu|il|in|it|lt|jp|mx|my|nl|no|nz|ph|pl|pt|ru|se|sg|th|uk|us|us-old|tw|ve|za", "a country that Twilio has a ringing tone for, such as jp (Korea has none)")]
    public string? RingTone { get; init; }

    [WebAddress]
    public string? ReferUrl { get; init; }

    public CallbackMethod? ReferMethod { get; init; }

    /// <summary>Documented by Twilio, though its own SDK does not know it.</summary>
    [AtMost(50)]
    public string? CallReason { get; init; }
}

/// <summary>Whom or what a <see cref="Dial"/> reaches. Up to ten numbers, clients and SIP addresses ring at once.</summary>
public abstract record Noun
{
    private protected Noun() { }
}

/// <summary>The caller at the head of the queue of that name; an empty queue waits until the Dial's timeout.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "It is Twilio's <Queue>.")]
public sealed record Queue([property: AtMost(64)] string Name) : Noun
{
    /// <summary>What the queued caller hears just before being connected.</summary>
    [WebAddress]
    public string? Url { get; init; }

    public CallbackMethod? Method { get; init; }

    [Shape("WR[0-9a-fA-F]{32}", "a reservation SID")]
    public string? ReservationSid { get; init; }

    public string? PostWorkActivitySid { get; init; }
}
