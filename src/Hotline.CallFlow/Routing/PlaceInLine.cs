namespace Hotline.CallFlow.Routing;

/// <summary>One waiting caller or callback during one look at the queue: who is asked next for it, or why nobody is.</summary>
internal sealed class PlaceInLine(Waiting waiting, Floor floor, RoutingRules rules, DateTimeOffset now)
{
    private OfferRound round = OfferRound.Of(waiting, rules);

    public Waiting Waiting { get; private set; } = waiting;

    /// <summary>Somebody is being asked.</summary>
    public bool IsOffered => !round.Live.IsEmpty;

    /// <summary>When <see cref="WhyNobody"/> may change by time alone.</summary>
    public DateTimeOffset? ChangesAt => WhyNobody switch
    {
        UnmatchedReason.WaitsForPreferred => PreferredUntil,
        UnmatchedReason.BetweenRounds => round.PausesUntil,
        UnmatchedReason.AllBusy => floor.FreeFor(Waiting).Min(floor.RestEnds),
        _ => null,
    };

    /// <summary>Null while somebody is being asked.</summary>
    public UnmatchedReason? WhyNobody =>
        IsOffered ? null
        : Fit.WhyNobody(Waiting, floor.OnDuty) is { } never ? never
        : WaitsForPreferred ? UnmatchedReason.WaitsForPreferred
        : MayTake().Any() ? UnmatchedReason.BetweenRounds
        : UnmatchedReason.AllBusy;

    private DateTimeOffset PreferredUntil => Waiting.ReadySince + rules.PreferredWait;

    /// <summary>An urgent caller waits for no wish: the preferred counselor is asked first if free, and that is all.</summary>
    private bool WaitsForPreferred =>
        !Waiting.IsUrgent
        && floor.Find(Waiting.PrefersCounselor) is { OnDuty: true } preferred
        && Fit.Suits(Waiting, preferred)
        && !Refused(preferred)
        && !MayTake().Contains(preferred)
        && now < PreferredUntil;

    /// <summary>Asks the best counselor who may be asked now, at most as many at a time as the rules say.</summary>
    public NewOffer? AskNext()
    {
        if (round.Live.Length >= rules.ParallelFor(Waiting) || WaitsForPreferred || Best() is not { } counselor)
            return null;

        floor.Take(counselor);
        Waiting = Waiting with { Offers = Waiting.Offers.Add(new Offer(Guid.Empty, counselor.Id, now, OfferStage.Offered)) };
        round = OfferRound.Of(Waiting, rules);
        return new NewOffer(Waiting.Id, counselor.Id);
    }

    private Counselor? Best()
    {
        var free = MayTake().ToList();
        var unasked = round.IsFull ? [] : free.Where(counselor => !round.WasAskedInRound(counselor.Id)).ToList();
        return unasked.Count > 0 ? First(unasked)
            : round.MayBeginAnother(now) ? First(free)
            : null;
    }

    /// <summary>Free and suitable, and for a routine caller nobody who rests.</summary>
    private IEnumerable<Counselor> MayTake() =>
        Waiting.IsUrgent ? floor.FreeFor(Waiting) : floor.FreeFor(Waiting).Where(counselor => !floor.Rests(counselor.Id));

    private Counselor? First(List<Counselor> candidates)
    {
        var rested = candidates.Where(counselor => !floor.Rests(counselor.Id)).ToList();
        var someoneRestedIsAsked = round.Live.Any(counselor => !floor.Rests(counselor));
        return (rested.Count > 0 ? rested : someoneRestedIsAsked ? [] : candidates)
            .OrderBy(counselor => round.TimesAsked(counselor.Id))
            .ThenBy(counselor => counselor.Id != Waiting.PrefersCounselor)
            .ThenBy(counselor => !Fit.IsOfWishedGender(Waiting, counselor))
            .ThenBy(counselor => !Fit.HasSkill(Waiting, counselor))
            .ThenBy(counselor => counselor.IdleSince)
            .ThenBy(counselor => counselor.Id)
            .FirstOrDefault();
    }

    private bool Refused(Counselor counselor) =>
        Waiting.Offers.Any(offer => offer.CounselorId == counselor.Id && offer.Stage.IsRefusal());
}
