using Hotline.CallFlow.Routing;
using static Hotline.CallFlow.Tests.Routing.Shift;

namespace Hotline.CallFlow.Tests.Routing;

public sealed class RouterPreferredTests
{
    private static readonly TimeSpan Bound = RoutingRules.Default.PreferredWait;
    private static readonly Waiting Returning = Caller(1, arrived: 59) with { PrefersCounselor = Id(9) };

    [Fact]
    public void The_counselor_of_the_last_call_is_asked_before_who_is_idle_longer()
    {
        var matching = Match([Returning], [Counselor(1, idleSince: 1), Counselor(9, idleSince: 50)]);

        Assert.Equal([(1, 9)], matching.Pairs());
    }

    [Theory]
    [InlineData(Presence.Talking)]
    [InlineData(Presence.WrapUp)]
    [InlineData(Presence.Ringing)]
    public void A_caller_waits_a_bounded_time_for_a_preferred_counselor_who_is_busy(Presence presence)
    {
        Counselor[] counselors = [Counselor(1), Counselor(9, presence: presence)];

        var within = Match([Returning, Caller(2, arrived: 59.5)], counselors);
        var beyond = Router.Match([Returning], counselors, RoutingRules.Default, Returning.ReadySince + Bound);

        Assert.Equal([(2, 1)], within.Pairs());
        Assert.Equal(UnmatchedReason.WaitsForPreferred, within.Reason(caller: 1));
        Assert.Equal(Returning.ReadySince + Bound, within.LookAgainAt);
        Assert.Equal([(1, 1)], beyond.Pairs());
    }

    [Theory]
    [InlineData(Presence.Offline)]
    [InlineData(Presence.Break)]
    public void Nobody_waits_for_a_preferred_counselor_who_will_not_be_free(Presence presence)
    {
        var matching = Match([Returning], [Counselor(1), Counselor(9, presence: presence)]);

        Assert.Equal([(1, 1)], matching.Pairs());
    }

    [Fact]
    public void Nobody_waits_for_a_preferred_counselor_who_refused_or_left()
    {
        Assert.Equal([(1, 1)], Match([Returning.Asked(9, OfferStage.Declined, 1)], [Counselor(1), Counselor(9)]).Pairs());
        Assert.Equal([(1, 1)], Match([Returning], [Counselor(1)]).Pairs());
    }

    [Fact]
    public void A_preference_breaks_no_hard_rule()
    {
        var wish = Returning with { GenderWish = Gender.Woman };

        var matching = Match([wish], [Counselor(1) with { Gender = Gender.Woman }, Counselor(9) with { Gender = Gender.Man }]);

        Assert.Equal([(1, 1)], matching.Pairs());
    }

    [Fact]
    public void An_urgent_caller_waits_for_nobodys_sake()
    {
        var matching = Match([Returning with { Urgency = Urgency.U1 }], [Counselor(1), Counselor(9, presence: Presence.Talking)]);

        Assert.Equal([(1, 1)], matching.Pairs());
    }

    [Fact]
    public void While_the_preferred_counselor_rings_nobody_else_is_asked_in_parallel()
    {
        var matching = Match([Returning], [Counselor(1), Counselor(9)], new RoutingRules { ParallelOffers = 2 });

        Assert.Equal([(1, 9)], matching.Pairs());
    }

    [Fact]
    public void A_preferred_counselor_who_is_kept_for_an_urgent_caller_is_waited_for_like_one_who_is_busy()
    {
        var urgent = Caller(2, urgency: Urgency.U1).Asked(9, OfferStage.Declined, secondsAgo: 1) with { Language = Language.English };
        var preferred = Counselor(9) with { Languages = [Language.Korean, Language.English] };

        var matching = Match([urgent, Returning], [Counselor(1), preferred]);

        Assert.Empty(matching.Offers);
        Assert.Equal(UnmatchedReason.WaitsForPreferred, matching.Reason(caller: 1));
    }
}
