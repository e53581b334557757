using System.Collections.Immutable;

namespace Hotline.CallFlow.Routing;

/// <summary>Somebody who takes calls, as far as routing needs to know.</summary>
public sealed record Counselor
{
    public required Guid Id { get; init; }

    /// <summary>Derived, see <see cref="CounselorPresence"/>.</summary>
    public required Presence Presence { get; init; }

    public required ImmutableArray<Language> Languages { get; init; }

    /// <summary>Null: not stated, so no gender wish is met.</summary>
    public Gender? Gender { get; init; }

    public ImmutableArray<string> Skills { get; init; } = [];

    /// <summary>See <see cref="CounselorPresence.IdleSince"/>. Who is idle longest is asked first.</summary>
    public required DateTimeOffset IdleSince { get; init; }

    /// <summary>The latest calls that this counselor took, in any order; as many as <see cref="RoutingRules.UrgentInARow"/> are enough.</summary>
    public ImmutableArray<TakenCall> RecentCalls { get; init; } = [];

    /// <summary>Would take a call sooner or later, whether free or not.</summary>
    public bool OnDuty => Presence is not (Presence.Offline or Presence.Break);
}

public enum Gender
{
    Woman,
    Man,
}

/// <summary>A call that a counselor has taken and that is over.</summary>
public sealed record TakenCall(Urgency Urgency, DateTimeOffset StartedAt, DateTimeOffset EndedAt);
