using System.Collections.Immutable;

namespace Hotline.CallFlow;

/// <summary>What the line does next, after saying <see cref="Says"/>. Every reply but the last of a call leads to another turn.</summary>
public abstract record Reply(ImmutableArray<Utterance> Says)
{
    /// <summary>Listens for keys while speaking (barge-in), then for <paramref name="Patience"/>. Nothing pressed is <see cref="CallerInput.Silent"/>.</summary>
    public sealed record Ask(ImmutableArray<Utterance> Says, Listen Listen, TimeSpan Patience) : Reply(Says);

    /// <summary>Records after a tone; ends with #, after <paramref name="SilenceStop"/> of silence, or at <paramref name="MaxLength"/>.</summary>
    public sealed record RecordMessage(ImmutableArray<Utterance> Says, TimeSpan MaxLength, TimeSpan SilenceStop) : Reply(Says);

    /// <summary>Puts the caller into the queue. From then on each round of waiting is a <see cref="CallerInput.Waited"/>.</summary>
    public sealed record EnterQueue(ImmutableArray<Utterance> Says) : Reply(Says);

    /// <summary>One round of the waiting document: speaks, listens for one key, and stays quiet for <paramref name="Quiet"/>.</summary>
    public sealed record KeepWaiting(ImmutableArray<Utterance> Says, TimeSpan Quiet) : Reply(Says);

    /// <summary>Takes the caller out of the queue; <see cref="CallerInput.LeftQueue"/> follows and continues at the state's step.</summary>
    public sealed record LeaveQueue() : Reply([]);

    /// <summary>Dials an agency. <see cref="CallerInput.TransferEnded"/> follows unless the caller hangs up.</summary>
    public sealed record Transfer(ImmutableArray<Utterance> Says, string DialString) : Reply(Says);

    /// <summary>Speaks and ends the call.</summary>
    public sealed record Goodbye(ImmutableArray<Utterance> Says) : Reply(Says);

    /// <summary>Nothing can be said any more: the caller is gone.</summary>
    public sealed record Nothing() : Reply([]);
}

/// <summary>What is listened for.</summary>
public enum Listen
{
    /// <summary>One key, taken at once.</summary>
    OneKey,

    /// <summary>One key for the menu, or any two taps from a caller who cannot speak (DOMAIN T3).</summary>
    OneKeyOrTwoTaps,

    /// <summary>Digits ended by #, where * starts again. 0 or 8 alone keep their global meaning.</summary>
    Number,
}
