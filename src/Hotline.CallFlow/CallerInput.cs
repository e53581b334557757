namespace Hotline.CallFlow;

/// <summary>What happened on the caller's side since the last reply. The whole vocabulary: a step answers each of these.</summary>
public abstract record CallerInput
{
    private CallerInput()
    {
    }

    /// <summary>The call has just arrived.</summary>
    public sealed record Dialled : CallerInput;

    /// <summary>Keys, without the finishing one. In a menu one key; in a number entry all of them, '*' included.</summary>
    /// <param name="Keys">Only 0-9, * and #.</param>
    /// <param name="Number">The keys read as a telephone number in Korea (E.164), null when they are none. The shell reads it, with a library that knows the numbering plan.</param>
    public sealed record Keyed(string Keys, string? Number = null) : CallerInput
    {
        /// <summary>What counts in a number entry: '*' clears all that was typed before it.</summary>
        public string Typed => Keys[(Keys.LastIndexOf('*') + 1)..];

        /// <summary>Without the keys: they may be a telephone number, and records are printed into logs.</summary>
        public override string ToString() => nameof(Keyed);
    }

    /// <summary>Words instead of keys. They are only compared with the few words of <see cref="GlobalKeys"/>, never stored.</summary>
    public sealed record Spoke(string Words) : CallerInput;

    /// <summary>The caller neither pressed nor said anything within the wait.</summary>
    public sealed record Silent : CallerInput;

    /// <summary>A message was recorded.</summary>
    /// <param name="RecordingSid">The carrier's name of it, null if the carrier gave none (nothing was recorded, or it will be found later).</param>
    /// <param name="BrokenOff">The caller hung up while speaking: kept, and marked unfinished, because the notice said so.</param>
    /// <param name="EndedBy">The key that ended it; 0 and 8 keep their global meaning, '*' records again.</param>
    public sealed record Recorded(string? RecordingSid, TimeSpan Length, bool BrokenOff, char? EndedBy = null) : CallerInput;

    /// <summary>A waiting caller has listened to one round of the waiting document.</summary>
    public sealed record Waited : CallerInput;

    /// <summary>The caller is out of the queue.</summary>
    public sealed record LeftQueue(QueueExit Exit) : CallerInput;

    /// <summary>A transfer to an agency has ended.</summary>
    /// <param name="Connected">Somebody there talked with the caller.</param>
    public sealed record TransferEnded(bool Connected) : CallerInput;

    /// <summary>The shell's answer to <see cref="Turn.Question"/>.</summary>
    public sealed record Answered(Answer Answer) : CallerInput;

    /// <summary>The call is over.</summary>
    public sealed record HungUp : CallerInput;
}

/// <summary>Why a caller is no longer in the queue.</summary>
public enum QueueExit
{
    /// <summary>We took the caller out (a key in the waiting document).</summary>
    Left,

    /// <summary>The caller talked with a counselor, and that talk is over.</summary>
    Served,

    /// <summary>The carrier's queue is full, or failed.</summary>
    Failed,

    /// <summary>The caller hung up while waiting.</summary>
    HungUp,
}
