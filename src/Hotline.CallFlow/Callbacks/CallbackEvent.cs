namespace Hotline.CallFlow.Callbacks;

/// <summary>What can happen to a callback.</summary>
public abstract record CallbackEvent
{
    private CallbackEvent()
    {
    }

    /// <summary>A counselor takes it, or the owner renews the lease.</summary>
    public sealed record Claim(Guid By, DateTimeOffset LeaseUntil) : CallbackEvent;

    /// <summary>The owner gives it back.</summary>
    public sealed record Release(Guid By) : CallbackEvent;

    /// <summary>A sweep looked at it: a lease that has ended frees it.</summary>
    public sealed record LeaseChecked : CallbackEvent;

    /// <summary>The owner dials. <see cref="CallbackGuard"/> was asked in the same transaction.</summary>
    public sealed record DialStarted(Guid By) : CallbackEvent;

    /// <param name="Attempt">The number of the attempt that ended: news of an earlier one must not end a later one.</param>
    /// <param name="Result">How.</param>
    public sealed record DialEnded(int Attempt, AttemptResult Result) : CallbackEvent;

    /// <summary>The line broke while they talked: it is owed again.</summary>
    public sealed record TalkCutOff : CallbackEvent;

    /// <summary>The caller named a new time, by key or to a counselor.</summary>
    public sealed record Moved(SafeWindow Window) : CallbackEvent;

    /// <summary>The caller takes it back.</summary>
    public sealed record Cancel : CallbackEvent;

    /// <summary>The case says that it is settled.</summary>
    public sealed record Settle : CallbackEvent;

    /// <summary>The caller does not want to be contacted.</summary>
    public sealed record ForbidContact : CallbackEvent;
}
