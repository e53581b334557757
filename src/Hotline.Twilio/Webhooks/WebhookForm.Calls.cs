using System.Globalization;

namespace Hotline.Twilio.Webhooks;

/// <content>The call itself and the results of Gather, Dial and Enqueue: contract §1.1 to §1.5, §1.8, §1.10.</content>
public sealed partial class WebhookForm
{
    public string? AccountSid => Filled("AccountSid");

    public string? CallSid => Filled("CallSid");

    /// <summary>Only on a leg that another call made.</summary>
    public string? ParentCallSid => Filled("ParentCallSid");

    public string? From => this["From"];

    public string? To => this["To"];

    public Party Caller => Party.Parse(From);

    public Party Called => Party.Parse(To);

    /// <summary>Only when the carrier passes it: never rely on it.</summary>
    public string? ForwardedFrom => Filled("ForwardedFrom");

    public CallStatus? CallStatus => Word<CallStatus>("CallStatus");

    public CallDirection? Direction => Word<CallDirection>("Direction");

    /// <summary>Needed to keep the original caller id on a forwarded call.</summary>
    public string? CallToken => Filled("CallToken");

    /// <summary>Counts from 0 per call, not unique across kinds of events.</summary>
    public int? SequenceNumber => Integer("SequenceNumber");

    public DateTimeOffset? Timestamp => TwilioTime.Parse(this["Timestamp"]);

    /// <summary>Which event a status callback reports, in Twilio's own word.</summary>
    public string? StatusCallbackEvent => Filled("StatusCallbackEvent");

    public TimeSpan? CallDuration => Seconds("CallDuration");

    public int? SipResponseCode => Integer("SipResponseCode");

    /// <summary>Why the fallback URL is asked, or why a recording failed; 0 means fine.</summary>
    public int? ErrorCode => Integer("ErrorCode");

    public string? ErrorUrl => Filled("ErrorUrl");

    /// <summary>Keys without the finish key; empty: nothing was typed; null: this is no answer to Gather or Record.</summary>
    public string? Digits => this["Digits"];

    /// <summary>Empty after numDigits or a timeout.</summary>
    public string? FinishedOnKey => this["FinishedOnKey"];

    public string? SpeechResult => this["SpeechResult"];

    /// <summary>0 to 1; neither its presence nor its truth is guaranteed.</summary>
    public double? Confidence =>
        double.TryParse(this["Confidence"], NumberStyles.Float, CultureInfo.InvariantCulture, out var confidence) ? confidence : null;

    /// <summary>The caller hung up while recording: TwiML returned now does nothing.</summary>
    public bool HungUpWhileRecording => string.Equals(Digits, "hangup", StringComparison.Ordinal);

    public DialCallStatus? DialCallStatus => Word<DialCallStatus>("DialCallStatus");

    /// <summary>Whether the parties really talked: a voicemail that screening ended is <c>completed</c> and not bridged.</summary>
    public bool? DialBridged => Flag("DialBridged");

    /// <summary>Absent for conferences.</summary>
    public string? DialCallSid => Filled("DialCallSid");

    public TimeSpan? DialCallDuration => Seconds("DialCallDuration");

    public QueueResult? QueueResult => Word<QueueResult>("QueueResult");

    public string? QueueSid => Filled("QueueSid");

    public TimeSpan? QueueTime => Seconds("QueueTime");

    /// <summary>1 is next.</summary>
    public int? QueuePosition => Integer("QueuePosition");

    public TimeSpan? AvgQueueTime => Seconds("AvgQueueTime");

    public int? CurrentQueueSize => Integer("CurrentQueueSize");

    public int? MaxQueueSize => Integer("MaxQueueSize");

    /// <summary>The call that takes this caller out of the queue; Twilio writes it with one u.</summary>
    public string? DequeuingCallSid => Filled("DequeingCallSid");

    public AnsweredBy? AnsweredBy => Word<AnsweredBy>("AnsweredBy");

    public TimeSpan? MachineDetectionDuration => Integer("MachineDetectionDuration") is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null;
}
