using System.ComponentModel.DataAnnotations;

namespace Hotline.Twilio.Twiml;

/// <summary>
/// Records the caller, in mono. What follows is never reached. Ask for the <see cref="RecordingEvent.Absent"/> event, else
/// a lost recording is silent.
/// </summary>
public sealed record Record : Verb
{
    /// <summary>Asked when the recording ends, before the file exists; null: the same document again.</summary>
    [WebAddress]
    public string? Action { get; init; }

    public CallbackMethod? Method { get; init; }

    /// <summary>Seconds of silence that end the recording; null: 5; 0: off.</summary>
    [Range(0, int.MaxValue)]
    public int? Timeout { get; init; }

    /// <summary>Keys that end it; null: any key.</summary>
    [Shape("[0-9#*]*", "keys out of 0-9 # *")]
    public string? FinishOnKey { get; init; }

    /// <summary>Seconds; null: 3600. More than 14400 needs a setting of the account.</summary>
    [Range(2, 86400)]
    public int? MaxLength { get; init; }

    public bool? PlayBeep { get; init; }

    public Trim? Trim { get; init; }

    [WebAddress]
    public string? RecordingStatusCallback { get; init; }

    public CallbackMethod? RecordingStatusCallbackMethod { get; init; }

    /// <summary>Empty: completed only.</summary>
    public ValueList<RecordingEvent> RecordingStatusCallbackEvent { get; init; }

    /// <summary>American English only, and paid.</summary>
    public bool? Transcribe { get; init; }

    [WebAddress]
    public string? TranscribeCallback { get; init; }

    public string? RecordingConfigurationId { get; init; }
}

/// <summary>
/// Puts the caller into the queue of that name, which is made on demand. The action is asked after the bridged parties part,
/// or at once for Leave and errors.
/// </summary>
public sealed record Enqueue([property: AtMost(64)] string Name) : Verb
{
    [WebAddress]
    public string? Action { get; init; }

    public CallbackMethod? Method { get; init; }

    /// <summary>What the waiting caller hears, asked again whenever it runs out; null: music; empty: silence.</summary>
    [WebAddress(OrEmpty = true)]
    public string? WaitUrl { get; init; }

    public CallbackMethod? WaitUrlMethod { get; init; }

    [Range(1, 5000)]
    public int? MaxQueueSize { get; init; }

    public string? WorkflowSid { get; init; }
}

/// <summary>Goes on with another document; an empty address asks for the current one again.</summary>
public sealed record Redirect([property: WebAddress(OrEmpty = true)] string Url) : Verb
{
    public CallbackMethod? Method { get; init; }
}

public sealed record Hangup : Verb;

/// <summary>Only as the first verb is the call unanswered and free of charge.</summary>
public sealed record Reject : Verb
{
    public RejectReason? Reason { get; init; }
}

/// <summary>Leaves the queue; only in a waitUrl document.</summary>
public sealed record Leave : Verb;
