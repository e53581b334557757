using System.Collections.Immutable;

namespace Hotline.CallFlow.Routing;

/// <summary>Somebody who needs a counselor: a caller in the queue, or a callback that is due. Nothing in it says who it is.</summary>
public sealed record Waiting
{
    /// <summary>Of the call, or of the callback.</summary>
    public required Guid Id { get; init; }

    public required WaitingKind Kind { get; init; }

    public required Urgency Urgency { get; init; }

    /// <summary>The place in line. A callback keeps the time at which its caller arrived, so nobody loses a place by hanging up.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>Since when it may be offered: in the queue since then, or due since then. The wait for a preferred counselor is counted from here.</summary>
    public required DateTimeOffset ReadySince { get; init; }

    public required Language Language { get; init; }

    /// <summary>The caller was cut off a moment ago: before others of the same urgency (DOMAIN T12).</summary>
    public bool AtHead { get; init; }

    /// <summary>A counselor of this gender only, unless <see cref="AcceptAnyone"/>.</summary>
    public Gender? GenderWish { get; init; }

    /// <summary>The caller pressed the key that turns the gender wish into a preference. No rule, wait or person sets it for the caller.</summary>
    public bool AcceptAnyone { get; init; }

    /// <summary>As staff write it: "deletion", "legal".</summary>
    public string? Skill { get; init; }

    /// <summary>Nobody without <see cref="Skill"/> will do; otherwise it is only preferred.</summary>
    public bool SkillRequired { get; init; }

    /// <summary>The counselor of the last call, if the caller wants the same one again.</summary>
    public Guid? PrefersCounselor { get; init; }

    /// <summary>Every offer that was made since it is ready, in any order. Those of an earlier talk, or of an earlier attempt to call back, do not belong here.</summary>
    public ImmutableArray<Offer> Offers { get; init; } = [];

    public bool IsUrgent => Urgency <= Urgency.U1;

    /// <summary>A counselor has it: it waits no longer.</summary>
    public bool IsTaken => Offers.Any(offer => offer.Stage.IsWon());
}

public enum WaitingKind
{
    LiveCaller,
    Callback,
}

/// <summary>Who is served first: the more urgent, then who was cut off, then who arrived earlier. A live caller precedes a callback that arrived at the same moment.</summary>
public sealed class WaitingOrder : IComparer<Waiting>
{
    public static readonly WaitingOrder Instance = new();

    private WaitingOrder()
    {
    }

    public int Compare(Waiting? x, Waiting? y) =>
        x is null || y is null ? Comparer<bool>.Default.Compare(x is not null, y is not null) : Key(x).CompareTo(Key(y));

    private static (Urgency Urgency, bool Later, DateTimeOffset Arrived, WaitingKind Kind, Guid Id) Key(Waiting waiting) =>
        (waiting.Urgency, !waiting.AtHead, waiting.ArrivedAt, waiting.Kind, waiting.Id);
}
