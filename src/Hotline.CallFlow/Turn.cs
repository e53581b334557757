using System.Collections.Immutable;

namespace Hotline.CallFlow;

/// <summary>The outcome of one input: the next state, what the caller hears, what is written down and what is done afterwards.</summary>
/// <param name="Question">Something only the shell can look up. It answers in the same transaction with <see cref="CallerInput.Answered"/>, and that turn's reply is the one that counts.</param>
public sealed record Turn(
    CallState State,
    Reply Reply,
    ImmutableArray<CallEvent> Events,
    ImmutableArray<FollowUp> FollowUps,
    Question? Question = null);

/// <summary>A look-up that the flow asks the shell for.</summary>
public abstract record Question
{
    private Question()
    {
    }

    /// <summary>Is there an open callback with this reference?</summary>
    public sealed record FindCallback(string Reference) : Question;
}

/// <summary>What the look-up found.</summary>
public abstract record Answer
{
    private Answer()
    {
    }

    public sealed record CallbackFound(string Reference, bool HasMessage) : Answer;

    /// <summary>None, or one that is closed: the two are not told apart aloud, so that guessing teaches nothing.</summary>
    public sealed record CallbackNotFound : Answer;
}
