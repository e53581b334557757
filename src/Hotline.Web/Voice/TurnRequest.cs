using Hotline.CallFlow;

namespace Hotline.Web.Voice;

/// <summary>A webhook that wants an answer for the caller.</summary>
/// <param name="Key">The same webhook delivered again has the same key, and gets the same answer.</param>
/// <param name="Turn">The number of the turn that the webhook says it is; null where the carrier asks on its own account.</param>
/// <param name="Input">Null: the call lost its way, speak the present scene again.</param>
/// <param name="Caller">Who calls, for a call that is not known yet; null for a webhook that cannot begin one.</param>
public sealed record TurnRequest(string CallSid, string Key, int? Turn, CallerInput? Input, Caller? Caller)
{
    /// <summary>The counselor is lost and the caller is not: back to the head of the line, after this prompt.</summary>
    public string? BackInLine { get; init; }
}

/// <summary>How a webhook was answered.</summary>
public abstract record TurnAnswer
{
    private TurnAnswer()
    {
    }

    public sealed record Document(string Twiml) : TurnAnswer;

    /// <summary>It speaks of a call that was never seen, or whose every trace was destroyed. Nothing was changed.</summary>
    public sealed record UnknownCall : TurnAnswer;

    /// <summary>It names a turn that this call has not come to. Nothing was changed.</summary>
    public sealed record OutOfOrder(string Sentence) : TurnAnswer;
}
