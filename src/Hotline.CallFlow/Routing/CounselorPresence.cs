using System.Collections.Immutable;

namespace Hotline.CallFlow.Routing;

/// <summary>What a counselor is doing. Only <see cref="Available"/> is offered calls.</summary>
public enum Presence
{
    Offline,
    Available,
    Break,

    /// <summary>An offer is written down and its call is about to be placed.</summary>
    Offered,

    Ringing,
    Talking,

    /// <summary>After a call, writing down what must not be forgotten.</summary>
    WrapUp,
}

/// <summary>What a counselor chose. Everything else about presence is derived from calls, because people forget to set flags.</summary>
public enum Availability
{
    Offline,
    Available,
    Break,
}

/// <summary>What presence is derived from.</summary>
public sealed record PresenceFacts
{
    public required Availability Chosen { get; init; }

    public required DateTimeOffset ChosenAt { get; init; }

    /// <summary>The stages of this counselor's offers whose calls are not over.</summary>
    public ImmutableArray<OfferStage> Offers { get; init; } = [];

    /// <summary>A leg of this counselor is up: talking, or calling somebody back.</summary>
    public bool InCall { get; init; }

    public DateTimeOffset? LastCallEndedAt { get; init; }

    /// <summary>The configured length; zero means none.</summary>
    public TimeSpan WrapUp { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The counselor ended or extended the wrap-up to this moment. One that lies before the last call's end belongs to an earlier call and counts no more.</summary>
    public DateTimeOffset? WrapUpSetTo { get; init; }

    internal DateTimeOffset? WrapUpEnds =>
        LastCallEndedAt is not { } ended ? null : WrapUpSetTo >= ended ? WrapUpSetTo : ended + WrapUp;
}

/// <summary>Derives what a counselor is doing. A call beats what was chosen: somebody who talks is talking, whatever the flag says.</summary>
public static class CounselorPresence
{
    public static Presence At(PresenceFacts facts, DateTimeOffset now) =>
        facts.InCall || facts.Offers.Any(stage => stage.IsWon()) ? Presence.Talking
        : facts.Offers.Contains(OfferStage.Ringing) ? Presence.Ringing
        : facts.Offers.Contains(OfferStage.Offered) ? Presence.Offered
        : facts.Chosen == Availability.Offline ? Presence.Offline
        : facts.Chosen == Availability.Break ? Presence.Break
        : facts.WrapUpEnds > now ? Presence.WrapUp
        : Presence.Available;

    /// <summary>Since when the counselor has had nothing to do: the end of the last wrap-up, or the moment of becoming available, whichever is later.</summary>
    public static DateTimeOffset IdleSince(PresenceFacts facts) =>
        facts.WrapUpEnds is { } ended && ended > facts.ChosenAt ? ended : facts.ChosenAt;
}
