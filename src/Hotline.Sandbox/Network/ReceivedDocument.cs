namespace Hotline.Sandbox.Network;

/// <summary>Where a document was to run; each place allows other verbs (Twilio contract §4).</summary>
public enum DocumentContext
{
    /// <summary>The call itself.</summary>
    Voice,
    /// <summary>What a caller in a queue hears.</summary>
    QueueWait,
    /// <summary>What a participant hears before the conference begins.</summary>
    ConferenceWait,
    /// <summary>On a called leg, before it is connected.</summary>
    Whisper,
    /// <summary>On a queued caller's leg, just before it is connected.</summary>
    QueueWhisper,
    /// <summary>The answer to an action of a call that is over: it does nothing.</summary>
    Unheard,
}

/// <summary>A document as it arrived, for an official checker to look at.</summary>
public sealed record ReceivedDocument(DocumentContext Context, string Url, string Twiml, string CallSid);

/// <summary>What the carrier's debugger would show.</summary>
public sealed record NetworkProblem(int ErrorCode, string Url, string CallSid, string Reason);
