using System.Collections.Immutable;

namespace Hotline.CallFlow.Routing;

/// <summary>The outcome of one look at the queue.</summary>
/// <param name="Offers">To be written down now, in this order.</param>
/// <param name="Unmatched">Everybody for whom nobody is being asked, and why.</param>
/// <param name="LookAgainAt">When the answer may change although nothing happens; null when only an event can change it.</param>
public sealed record Matching(ImmutableArray<NewOffer> Offers, ImmutableArray<Unmatched> Unmatched, DateTimeOffset? LookAgainAt);

/// <summary>Ask this counselor for this caller or callback.</summary>
public sealed record NewOffer(Guid WaitingId, Guid CounselorId);

/// <summary>Nobody is asked for this one.</summary>
public sealed record Unmatched(Guid WaitingId, UnmatchedReason Reason)
{
    /// <summary>Waiting does not help with the people on duty: offer another way (Danuri, a callback, 1366, or the key that accepts anyone).</summary>
    public bool NeedsAnotherWay => Reason is
        UnmatchedReason.NobodyOnDuty or UnmatchedReason.NobodySpeaksLanguage or UnmatchedReason.NobodyOfWishedGender or UnmatchedReason.NobodyWithSkill;
}

public enum UnmatchedReason
{
    /// <summary>All are offline or on a break: the caller hears so at once.</summary>
    NobodyOnDuty,

    /// <summary>Nobody on duty speaks the caller's language. There is no silent fallback to another one (DOMAIN T19).</summary>
    NobodySpeaksLanguage,

    /// <summary>Nobody on duty, of those who speak the language, meets the gender wish. Only the caller's own key relaxes it.</summary>
    NobodyOfWishedGender,

    /// <summary>Nobody on duty, of those who would do otherwise, has the required skill.</summary>
    NobodyWithSkill,

    /// <summary>Some would do, and all of them are busy or rest.</summary>
    AllBusy,

    /// <summary>The caller would rather have the counselor of the last call, who will be free soon.</summary>
    WaitsForPreferred,

    /// <summary>Who is free was just asked and refused: asked again after a short pause.</summary>
    BetweenRounds,
}
