namespace Hotline.CallFlow.Callbacks;

/// <summary>Where a callback stands. <see cref="Cancelled"/> and <see cref="Closed"/> are never left again.</summary>
public abstract record CallbackState
{
    private CallbackState()
    {
    }

    /// <summary>Waits for its time and for a counselor.</summary>
    public sealed record Open : CallbackState;

    /// <summary>One counselor owns it, until the lease ends.</summary>
    public sealed record Claimed(Guid Owner, DateTimeOffset LeaseUntil) : CallbackState;

    /// <summary>The number is being dialled, or somebody there talks with our machine.</summary>
    public sealed record Dialling(Guid Owner, int Attempt) : CallbackState;

    /// <summary>The caller and the owner talk, or have talked.</summary>
    public sealed record Reached(Guid Owner) : CallbackState;

    /// <summary>All attempts are used up. A person looks at it: another attempt needs a reason, or the caller names a new time.</summary>
    public sealed record Exhausted : CallbackState;

    /// <summary>The caller no longer wants it.</summary>
    public sealed record Cancelled : CallbackState;

    public sealed record Closed(ClosedBecause Why) : CallbackState;

    public bool IsOver => this is Cancelled or Closed;
}

public enum ClosedBecause
{
    /// <summary>The case says that nothing is owed any more.</summary>
    Settled,

    /// <summary>Somebody at that number did not ask for a call.</summary>
    WrongPerson,

    /// <summary>The caller does not want to be contacted.</summary>
    DoNotContact,
}
