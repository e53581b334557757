namespace Hotline.CallFlow;

/// <summary>Work after a turn. The shell writes it down in the turn's transaction; a job does it, once in effect.</summary>
public abstract record FollowUp
{
    private FollowUp()
    {
    }

    /// <summary>Open the callback's case. Asked for more than once, the earliest time counts.</summary>
    public sealed record OpenCase(CaseDue Due) : FollowUp;

    /// <summary>Fetch a recorded message from the carrier, keep it sealed, and have it transcribed.</summary>
    public sealed record FetchMessage(string RecordingSid) : FollowUp;

    /// <summary>Ask the carrier whether this call left a message that we were never told of.</summary>
    public sealed record SeekMessage : FollowUp;

    /// <summary>Destroy a message that the caller took back, here and at the carrier.</summary>
    public sealed record DiscardMessage(string RecordingSid) : FollowUp;

    /// <summary>Tell the case backend that the caller withdrew.</summary>
    public sealed record WithdrawCase(string Reference) : FollowUp;
}

/// <summary>When a case is due.</summary>
public enum CaseDue
{
    /// <summary>The callback is registered, the caller still talks to us: a safety net in case nothing is ever heard again.</summary>
    SafetyNet,

    /// <summary>A message was left: with its transcript, or without it after the configured wait.</summary>
    WithTranscript,

    /// <summary>The caller is done and left no message.</summary>
    Now,
}
