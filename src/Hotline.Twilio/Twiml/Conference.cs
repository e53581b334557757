using System.ComponentModel.DataAnnotations;

namespace Hotline.Twilio.Twiml;

/// <summary>
/// The conference of that name. The first participant's status callback and events count for the whole conference. Names
/// are reused: key on the ConferenceSid, and keep personal data out of the name.
/// </summary>
public sealed record Conference([property: AtMost(128)] string Name) : Noun
{
    public bool? Muted { get; init; }

    public ConferenceBeep? Beep { get; init; }

    public bool? StartConferenceOnEnter { get; init; }

    public bool? EndConferenceOnExit { get; init; }

    /// <summary>Unique in the conference, else error 16025 and the call goes to the next verb.</summary>
    [AtMost(128)]
    public string? ParticipantLabel { get; init; }

    [Range(2, 250)]
    public int? MaxParticipants { get; init; }

    public ConferenceRecord? Record { get; init; }

    public Trim? Trim { get; init; }

    /// <summary>What is heard before the start; null: music; empty: silence. It does not loop by itself.</summary>
    [WebAddress(OrEmpty = true)]
    public string? WaitUrl { get; init; }

    public CallbackMethod? WaitMethod { get; init; }

    /// <summary>The call that this participant whispers to.</summary>
    [Shape("CA[0-9a-fA-F]{32}", "a call SID")]
    public string? Coach { get; init; }

    [WebAddress]
    public string? StatusCallback { get; init; }

    public CallbackMethod? StatusCallbackMethod { get; init; }

    public ValueList<ConferenceEventKind> StatusCallbackEvent { get; init; }

    [WebAddress]
    public string? RecordingStatusCallback { get; init; }

    public CallbackMethod? RecordingStatusCallbackMethod { get; init; }

    public ValueList<RecordingEvent> RecordingStatusCallbackEvent { get; init; }

    public JitterBufferSize? JitterBufferSize { get; init; }

    /// <summary>Where it is mixed; jp1 is nearest to Korea.</summary>
    [Shape("us1|us2|ie1|sg1|br1|au1|jp1|de1", "one of us1 us2 ie1 sg1 br1 au1 jp1 de1")]
    public string? Region { get; init; }
}
