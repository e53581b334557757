using System.Collections.Immutable;

namespace Hotline.CallFlow.Routing;

/// <summary>
/// Who was asked for one caller so far, in rounds. Within a round nobody is asked twice; a routine caller's round is over after
/// <see cref="RoutingRules.OffersPerRound"/> people, an urgent caller's only when nobody is left. Offers that others won, or that
/// the caller left, count for nothing: nobody refused.
/// </summary>
internal sealed class OfferRound
{
    private readonly Dictionary<Guid, int> asked = [];
    private readonly HashSet<Guid> inRound = [];

    private OfferRound(Waiting waiting, RoutingRules rules)
    {
        var limit = waiting.IsUrgent ? int.MaxValue : Math.Max(rules.OffersPerRound, rules.ParallelOffers);
        var counted = waiting.Offers.Where(offer => offer.Stage.IsLive() || offer.Stage.IsRefusal());
        foreach (var offer in counted.OrderBy(offer => offer.OfferedAt).ThenBy(offer => offer.CounselorId))
        {
            if (inRound.Count >= limit || inRound.Contains(offer.CounselorId))
                inRound.Clear();
            inRound.Add(offer.CounselorId);
            asked[offer.CounselorId] = TimesAsked(offer.CounselorId) + 1;
        }

        IsFull = inRound.Count >= limit;
        Live = [.. waiting.Offers.Where(offer => offer.Stage.IsLive()).Select(offer => offer.CounselorId)];
        PausesUntil = waiting.Offers.Where(offer => offer.Stage.IsRefusal()).Max(offer => (DateTimeOffset?)(offer.EndedAt ?? offer.OfferedAt)) + rules.RoundPause;
    }

    /// <summary>The round has had all its offers.</summary>
    public bool IsFull { get; }

    /// <summary>Who is being asked at this moment.</summary>
    public ImmutableArray<Guid> Live { get; }

    /// <summary>Before that moment no new round begins; null when nobody has refused.</summary>
    public DateTimeOffset? PausesUntil { get; }

    public static OfferRound Of(Waiting waiting, RoutingRules rules) => new(waiting, rules);

    public int TimesAsked(Guid counselor) => asked.GetValueOrDefault(counselor);

    public bool WasAskedInRound(Guid counselor) => inRound.Contains(counselor);

    public bool MayBeginAnother(DateTimeOffset now) => Live.IsEmpty && (PausesUntil is not { } until || until <= now);
}
