using Hotline.CallFlow.Routing;
using static Hotline.CallFlow.Tests.Routing.Shift;

namespace Hotline.CallFlow.Tests.Routing;

public sealed class RouterRoundTests
{
    private static readonly TimeSpan Pause = RoutingRules.Default.RoundPause;

    [Theory]
    [InlineData(OfferStage.Declined)]
    [InlineData(OfferStage.Expired)]
    [InlineData(OfferStage.Failed)]
    public void Who_refused_is_not_asked_again_before_the_others(OfferStage refusal)
    {
        var matching = Match([Caller(1).Asked(1, refusal)], [Counselor(1, idleSince: 1), Counselor(2, idleSince: 40)]);

        Assert.Equal([(1, 2)], matching.Pairs());
    }

    [Theory]
    [InlineData(OfferStage.Lost)]
    [InlineData(OfferStage.Withdrawn)]
    public void Who_was_not_refusing_may_be_asked_at_once(OfferStage ended)
    {
        var matching = Match([Caller(1).Asked(1, ended, secondsAgo: 1)], [Counselor(1, idleSince: 1), Counselor(2, idleSince: 40)]);

        Assert.Equal([(1, 1)], matching.Pairs());
    }

    [Fact]
    public void When_everybody_free_has_refused_they_are_asked_again_after_a_pause()
    {
        var early = Match([Caller(1).Asked(1, OfferStage.Declined, secondsAgo: 2)], [Counselor(1)]);
        var late = Match([Caller(1).Asked(1, OfferStage.Declined, Pause.TotalSeconds)], [Counselor(1)]);

        Assert.Equal(UnmatchedReason.BetweenRounds, early.Reason(caller: 1));
        Assert.Equal(Now.AddSeconds(-2) + Pause, early.LookAgainAt);
        Assert.Equal([(1, 1)], late.Pairs());
    }

    [Fact]
    public void After_three_refusals_a_routine_caller_lets_the_next_one_be_offered_and_is_first_again_afterwards()
    {
        var refused = Caller(1, arrived: 40).Asked(1, OfferStage.Declined, 40).Asked(2, OfferStage.Expired, 20).Asked(3, OfferStage.Declined, 1);
        Counselor[] free = [Counselor(4)];

        var during = Match([refused, Caller(2, arrived: 50)], free);
        var after = Router.Match([refused, Caller(2, arrived: 50)], free, RoutingRules.Default, Now + Pause);

        Assert.Equal([(2, 4)], during.Pairs());
        Assert.Equal([(1, 4)], after.Pairs());
    }

    [Fact]
    public void A_new_round_begins_with_those_who_were_asked_least()
    {
        var refused = Caller(1).Asked(1, OfferStage.Declined, 90).Asked(2, OfferStage.Declined, 80).Asked(3, OfferStage.Declined, 70);

        var matching = Match([refused], [Counselor(1, 1), Counselor(2, 2), Counselor(3, 3), Counselor(4, 59)]);

        Assert.Equal([(1, 4)], matching.Pairs());
    }

    [Fact]
    public void Within_the_second_round_nobody_is_asked_twice()
    {
        var refused = Caller(1).Asked(1, OfferStage.Declined, 90).Asked(2, OfferStage.Declined, 80).Asked(1, OfferStage.Declined, 1);

        var matching = Match([refused], [Counselor(1, 1), Counselor(2, 2)]);

        Assert.Equal([(1, 2)], matching.Pairs());
    }

    [Fact]
    public void Nobody_is_asked_again_while_somebody_else_is_still_being_asked()
    {
        var urgent = Caller(1, urgency: Urgency.U1).Asked(1, OfferStage.Declined, 60).Asked(2, OfferStage.Ringing, 5);

        var matching = Match([urgent], [Counselor(1), Counselor(2, presence: Presence.Ringing)]);

        Assert.Empty(matching.Offers);
    }

    [Fact]
    public void An_urgent_caller_does_not_pause_after_three_while_somebody_was_not_asked()
    {
        var refused = Caller(1, urgency: Urgency.U1).Asked(1, OfferStage.Declined, 3).Asked(2, OfferStage.Declined, 2).Asked(3, OfferStage.Declined, 1);

        var matching = Match([refused], [Counselor(1, 1), Counselor(4, 59)]);

        Assert.Equal([(1, 4)], matching.Pairs());
    }

    [Fact]
    public void Who_has_refused_an_urgent_caller_is_kept_for_asking_again_instead_of_taking_a_routine_call()
    {
        var refused = Caller(1, urgency: Urgency.U1).Asked(1, OfferStage.Declined, secondsAgo: 1);

        var during = Match([refused, Caller(2)], [Counselor(1)]);
        var after = Router.Match([refused, Caller(2)], [Counselor(1)], RoutingRules.Default, Now + Pause);

        Assert.Empty(during.Offers);
        Assert.Equal(UnmatchedReason.BetweenRounds, during.Reason(caller: 1));
        Assert.Equal(UnmatchedReason.AllBusy, during.Reason(caller: 2));
        Assert.Equal([(1, 1)], after.Pairs());
    }
}
