namespace Hotline.CallFlow.Routing;

/// <summary>
/// Decides who is asked for whom. Pure: the same queue, counselors, rules and moment give the same offers, in whatever order
/// the facts come. It never asks a counselor twice at once, never one who is busy, and never one whom a hard rule excludes.
/// Sources: DOMAIN §1.2 (urgency), §5 T12, T19-T21, §6.1 (three whispers, then the head of the queue again).
/// </summary>
public static class Router
{
    /// <param name="waiting">All callers in the queue and all callbacks that are due, those that are being offered or were just accepted included.</param>
    /// <param name="counselors">Each once, whatever their presence.</param>
    /// <param name="rules">The configured rules.</param>
    /// <param name="now">The moment of this look.</param>
    public static Matching Match(IEnumerable<Waiting> waiting, IEnumerable<Counselor> counselors, RoutingRules rules, DateTimeOffset now)
    {
        var all = waiting.ToList();
        var floor = new Floor(counselors, all.SelectMany(SpokenFor), rules, now);
        var line = all.Where(each => !each.IsTaken).Order(WaitingOrder.Instance).Select(each => new PlaceInLine(each, floor, rules, now)).ToList();

        var offers = new List<NewOffer>();
        foreach (var tier in line.GroupBy(place => TierOf(place.Waiting)))
        {
            if (tier.Key == Tier.Routine)
                KeepForUrgent(line, floor);
            offers.AddRange(Serve([.. tier]));
        }

        return new([.. offers], [.. line.SelectMany(Unserved)], line.Min(place => place.ChangesAt));
    }

    /// <summary>Breadth first: everybody of a tier gets one counselor before anybody gets a second at the same time.</summary>
    private static IEnumerable<NewOffer> Serve(List<PlaceInLine> tier)
    {
        for (var asking = tier; asking.Count > 0;)
        {
            var next = new List<PlaceInLine>();
            foreach (var place in asking)
            {
                if (place.AskNext() is not { } offer)
                    continue;
                next.Add(place);
                yield return offer;
            }

            asking = next;
        }
    }

    // An urgent caller whom everybody free has just refused asks them again seconds later. If routine callers took them meanwhile,
    // the urgent one would wait for half an hour.
    private static void KeepForUrgent(List<PlaceInLine> line, Floor floor)
    {
        foreach (var place in line.Where(place => place.Waiting.IsUrgent && !place.IsOffered))
            floor.KeepFor(place.Waiting);
    }

    private static IEnumerable<Unmatched> Unserved(PlaceInLine place) =>
        place.WhyNobody is { } reason ? [new Unmatched(place.Waiting.Id, reason)] : [];

    private static IEnumerable<Guid> SpokenFor(Waiting waiting) =>
        waiting.Offers.Where(offer => offer.Stage.IsLive() || offer.Stage.IsWon()).Select(offer => offer.CounselorId);

    private static Tier TierOf(Waiting waiting) => waiting.Urgency switch
    {
        Urgency.U0 => Tier.DangerNow,
        Urgency.U1 => Tier.Urgent,
        _ => Tier.Routine,
    };

    private enum Tier
    {
        DangerNow,
        Urgent,
        Routine,
    }
}
