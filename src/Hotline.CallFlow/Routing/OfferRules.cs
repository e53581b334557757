using System.Collections.Immutable;

namespace Hotline.CallFlow.Routing;

/// <summary>What happened to an offer.</summary>
public enum OfferEvent
{
    LegRings,
    PressedAccept,
    PressedDecline,
    TimeIsUp,

    /// <summary>Another counselor accepted first.</summary>
    Superseded,

    /// <summary>The counselor and the caller hear each other.</summary>
    Bridged,

    /// <summary>The counselor's leg could not be made, or ended.</summary>
    LegEnded,
    CallerGone,
}

/// <summary>
/// The life of an offer. Carriers repeat, delay and reorder what they tell: an event that does not fit the stage changes
/// nothing, so each may be applied whenever it arrives.
/// </summary>
public static class OfferRules
{
    /// <returns>The stage afterwards; the same one when the event comes too late or has no meaning there.</returns>
    public static OfferStage After(OfferStage stage, OfferEvent happened) => (stage, happened) switch
    {
        (OfferStage.Offered, OfferEvent.LegRings) => OfferStage.Ringing,
        // Pressing 1 proves that it rang, even if the news of ringing is still under way.
        (OfferStage.Offered or OfferStage.Ringing, OfferEvent.PressedAccept) => OfferStage.Accepted,
        (OfferStage.Offered or OfferStage.Ringing, OfferEvent.PressedDecline) => OfferStage.Declined,
        (OfferStage.Offered or OfferStage.Ringing, OfferEvent.TimeIsUp) => OfferStage.Expired,
        (OfferStage.Offered or OfferStage.Ringing, OfferEvent.Superseded) => OfferStage.Lost,
        (OfferStage.Accepted, OfferEvent.Bridged) => OfferStage.Connected,
        // Once connected, the end of the leg is the end of the talk and not of the offer.
        (OfferStage.Offered or OfferStage.Ringing or OfferStage.Accepted, OfferEvent.LegEnded) => OfferStage.Failed,
        (OfferStage.Offered or OfferStage.Ringing or OfferStage.Accepted, OfferEvent.CallerGone) => OfferStage.Withdrawn,
        _ => stage,
    };

    /// <summary>One event for one of the offers of one caller. Accepting ends the others in the same breath, so two can never win.</summary>
    /// <param name="offers">All offers that were made for this caller.</param>
    /// <exception cref="ArgumentException">The offer is not among them.</exception>
    public static ImmutableArray<Offer> Apply(ImmutableArray<Offer> offers, Guid offerId, OfferEvent happened, DateTimeOffset now)
    {
        var offer = offers.FirstOrDefault(candidate => candidate.Id == offerId)
            ?? throw new ArgumentException("The offer is not one of this caller's.", nameof(offerId));
        if (happened == OfferEvent.PressedAccept && offer.Stage.IsLive() && offers.Any(other => other.Stage.IsWon()))
            happened = OfferEvent.Superseded;

        var wins = happened == OfferEvent.PressedAccept && offer.Stage.IsLive();
        return
        [
            .. offers.Select(each =>
                each.Id == offerId ? Move(each, happened, now)
                : wins ? Move(each, OfferEvent.Superseded, now)
                : each),
        ];
    }

    private static Offer Move(Offer offer, OfferEvent happened, DateTimeOffset now)
    {
        var stage = After(offer.Stage, happened);
        return stage == offer.Stage ? offer
            : stage.IsLive() || stage.IsWon() ? offer with { Stage = stage }
            : offer with { Stage = stage, EndedAt = now };
    }
}
