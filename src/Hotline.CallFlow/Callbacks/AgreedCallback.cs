using System.Collections.Immutable;

namespace Hotline.CallFlow.Callbacks;

/// <summary>
/// A callback as its rules see it: what the caller agreed to, and what became of it. The number itself is not here; it stays
/// sealed until the moment of dialling.
/// </summary>
public sealed record AgreedCallback
{
    public required Guid Id { get; init; }

    /// <summary>Eight digits that the caller was told.</summary>
    public required string Reference { get; init; }

    /// <summary>When it is safe to call. Never outside it, not by a minute (DOMAIN T7).</summary>
    public required SafeWindow Window { get; init; }

    public required MessagePermission Message { get; init; }

    /// <summary>When the caller agreed to this window. A caller who names a new one starts the attempts anew.</summary>
    public required DateTimeOffset AgreedAt { get; init; }

    public CallbackState State { get; init; } = new CallbackState.Open();

    /// <summary>Every attempt, the first one first. None is ever removed.</summary>
    public ImmutableArray<Attempt> Attempts { get; init; } = [];

    /// <summary>Somebody said "do not call". It beats every wish and every right of ours (성폭력방지법 §24), and is never taken back.</summary>
    public bool DoNotContact { get; init; }

    internal IEnumerable<Attempt> AttemptsForWindow => Attempts.Where(attempt => attempt.At >= AgreedAt);

    /// <summary>A message was left at some time. A second one would be one trace more than was agreed to.</summary>
    internal bool MessageWasLeft => Attempts.Any(attempt => attempt.Result == AttemptResult.MachineMessageLeft);

    /// <summary>Without the reference, because records are printed into logs.</summary>
    public override string ToString() => $"{nameof(AgreedCallback)} {Id} {State}";
}

/// <summary>One time that the number was dialled.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="By">The counselor who owned the callback then.</param>
/// <param name="At">When the dialling began.</param>
/// <param name="Result">Null while it is under way.</param>
public sealed record Attempt(int Number, Guid By, DateTimeOffset At, AttemptResult? Result = null)
{
    /// <summary>A failure of our own line does not use up what the caller was promised.</summary>
    internal bool Counts => Result != AttemptResult.LineFailed;
}

/// <summary>How an attempt ended.</summary>
public enum AttemptResult
{
    /// <summary>The reference was right and a counselor was connected.</summary>
    Reached,
    NoAnswer,
    Busy,

    /// <summary>A machine, a fax or a network announcement answered. It heard nothing.</summary>
    MachineNothingLeft,

    /// <summary>A machine answered and heard the agreed words, without a name.</summary>
    MachineMessageLeft,

    /// <summary>"I did not ask for a call": this number is never called again.</summary>
    WrongPerson,

    /// <summary>"Not now."</summary>
    Later,

    /// <summary>Somebody answered, and did not or could not say the reference.</summary>
    Unverified,

    /// <summary>The carrier refused or failed; nobody's telephone rang as far as we know.</summary>
    LineFailed,
}
