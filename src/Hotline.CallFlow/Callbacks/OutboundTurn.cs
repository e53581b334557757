using System.Collections.Immutable;

namespace Hotline.CallFlow.Callbacks;

/// <summary>The outcome of one input on an outgoing call.</summary>
public sealed record OutboundTurn(OutboundState State, OutboundReply Reply);

/// <summary>All that is remembered of an outgoing call between two turns. It holds nothing that names anybody.</summary>
/// <param name="At">Where the call is.</param>
/// <param name="WrongTries">How often the digits were wrong.</param>
/// <param name="Misses">Silences and keys outside the menu in a row.</param>
/// <param name="Result">Set once the identity check is over, and never changed.</param>
public sealed record OutboundState(OutboundStep At, int WrongTries = 0, int Misses = 0, AttemptResult? Result = null);

/// <summary>Stored by name: a name is never used again for something else.</summary>
public enum OutboundStep
{
    /// <summary>"A call was requested": is this a good time, and was it you?</summary>
    Opening,

    /// <summary>The last four digits of the reference.</summary>
    Verifying,

    /// <summary>The centre has been named: is it safe to talk?</summary>
    Verified,
}

/// <summary>What happens next on the outgoing call.</summary>
public abstract record OutboundReply(ImmutableArray<Utterance> Says)
{
    /// <summary>Listens for keys while speaking, then for <paramref name="Patience"/>.</summary>
    /// <param name="Says">What is spoken.</param>
    /// <param name="Listen">What is listened for.</param>
    /// <param name="Patience">How long, after the last word.</param>
    public sealed record Ask(ImmutableArray<Utterance> Says, Listen Listen, TimeSpan Patience) : OutboundReply(Says);

    /// <summary>Connects with the owner of the callback.</summary>
    public sealed record Connect(ImmutableArray<Utterance> Says) : OutboundReply(Says);

    /// <summary>Speaks, if there is anything to say, and ends the call.</summary>
    public sealed record Part(ImmutableArray<Utterance> Says, AttemptResult Result) : OutboundReply(Says);
}
