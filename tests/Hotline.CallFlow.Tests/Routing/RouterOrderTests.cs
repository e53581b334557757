using Hotline.CallFlow.Routing;
using static Hotline.CallFlow.Tests.Routing.Shift;

namespace Hotline.CallFlow.Tests.Routing;

public sealed class RouterOrderTests
{
    [Fact]
    public void Who_arrived_first_is_served_by_who_is_idle_longest()
    {
        var matching = Match(
            [Caller(1, arrived: 55), Caller(2, arrived: 51)],
            [Counselor(1, idleSince: 30), Counselor(2, idleSince: 10)]);

        Assert.Equal([(2, 2), (1, 1)], matching.Pairs());
        Assert.Empty(matching.Unmatched);
    }

    [Fact]
    public void The_more_urgent_come_first_whenever_they_arrived()
    {
        var matching = Match(
            [Caller(1, 40, Urgency.U3), Caller(2, 45, Urgency.U2), Caller(3, 58, Urgency.U1), Caller(4, 59, Urgency.U0)],
            [Counselor(1)],
            new RoutingRules { UrgentParallelOffers = 1 });

        Assert.Equal([(4, 1)], matching.Pairs());
        Assert.Equal([Id(1003), Id(1002), Id(1001)], matching.Unmatched.Select(unmatched => unmatched.WaitingId));
    }

    [Theory]
    [InlineData(50, 51, 1)]
    [InlineData(52, 51, 2)]
    public void A_due_callback_keeps_the_place_of_its_caller(double callbackArrived, double callerArrived, int first)
    {
        var matching = Match([Caller(2, callerArrived), Callback(1, callbackArrived)], [Counselor(1)]);

        Assert.Equal([(first, 1)], matching.Pairs());
    }

    [Fact]
    public void A_live_caller_precedes_a_callback_of_the_same_moment()
    {
        var matching = Match([Callback(1, arrived: 50), Caller(2, arrived: 50)], [Counselor(1)]);

        Assert.Equal([(2, 1)], matching.Pairs());
    }

    [Fact]
    public void A_caller_who_was_cut_off_goes_before_others_of_the_same_urgency_only()
    {
        var cutOff = Caller(1, arrived: 59) with { AtHead = true };

        Assert.Equal([(1, 1)], Match([Caller(2, arrived: 20), cutOff], [Counselor(1)]).Pairs());
        Assert.Equal([(3, 1)], Match([Caller(3, 59.5, Urgency.U2), cutOff], [Counselor(1)]).Pairs());
    }

    [Fact]
    public void An_urgent_caller_is_offered_to_three_and_a_routine_one_to_one()
    {
        Counselor[] five = [Counselor(1, 1), Counselor(2, 2), Counselor(3, 3), Counselor(4, 4), Counselor(5, 5)];

        Assert.Equal([(1, 1), (1, 2), (1, 3), (2, 4)], Match([Caller(1, urgency: Urgency.U1), Caller(2)], five).Pairs());
    }

    [Fact]
    public void Two_urgent_callers_both_get_somebody_before_one_of_them_gets_a_second()
    {
        var matching = Match(
            [Caller(1, 50, Urgency.U1), Caller(2, 51, Urgency.U1)],
            [Counselor(1, 1), Counselor(2, 2), Counselor(3, 3)]);

        Assert.Equal([(1, 1), (2, 2), (1, 3)], matching.Pairs());
    }

    [Fact]
    public void Danger_now_takes_all_its_offers_before_others_who_are_urgent()
    {
        var matching = Match(
            [Caller(1, 50, Urgency.U1), Caller(2, 59, Urgency.U0)],
            [Counselor(1, 1), Counselor(2, 2), Counselor(3, 3)]);

        Assert.Equal([(2, 1), (2, 2), (2, 3)], matching.Pairs());
        Assert.Equal(UnmatchedReason.AllBusy, matching.Reason(caller: 1));
    }

    [Fact]
    public void An_urgent_callback_is_offered_to_one_because_nobody_is_on_the_line()
    {
        var matching = Match([Callback(1, urgency: Urgency.U1)], [Counselor(1, 1), Counselor(2, 2)]);

        Assert.Equal([(1, 1)], matching.Pairs());
    }

    [Fact]
    public void Offers_under_way_count_into_the_parallel_ones()
    {
        var urgent = Caller(1, urgency: Urgency.U1).Asked(1, OfferStage.Ringing).Asked(2, OfferStage.Offered);

        var matching = Match(
            [urgent, Caller(2).Asked(3, OfferStage.Ringing)],
            [Counselor(1, 0, Presence.Ringing), Counselor(2, 0, Presence.Offered), Counselor(3, 0, Presence.Ringing), Counselor(4), Counselor(5)]);

        Assert.Equal([(1, 4)], matching.Pairs());
        Assert.Empty(matching.Unmatched);
    }

    [Fact]
    public void A_caller_whom_somebody_accepted_waits_no_longer_and_that_counselor_is_not_free()
    {
        var matching = Match([Caller(1).Asked(1, OfferStage.Accepted), Caller(2)], [Counselor(1)]);

        Assert.Empty(matching.Offers);
        Assert.Equal(new Unmatched(Id(1002), UnmatchedReason.AllBusy), Assert.Single(matching.Unmatched));
    }

    [Theory]
    [InlineData(Presence.Offline, UnmatchedReason.NobodyOnDuty)]
    [InlineData(Presence.Break, UnmatchedReason.NobodyOnDuty)]
    [InlineData(Presence.Offered, UnmatchedReason.AllBusy)]
    [InlineData(Presence.Ringing, UnmatchedReason.AllBusy)]
    [InlineData(Presence.Talking, UnmatchedReason.AllBusy)]
    [InlineData(Presence.WrapUp, UnmatchedReason.AllBusy)]
    public void Only_the_available_are_asked(Presence presence, UnmatchedReason reason)
    {
        var matching = Match([Caller(1, urgency: Urgency.U0)], [Counselor(1, presence: presence)]);

        Assert.Empty(matching.Offers);
        Assert.Equal(reason, matching.Reason(caller: 1));
    }
}
