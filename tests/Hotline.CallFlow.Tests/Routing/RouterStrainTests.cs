using Hotline.CallFlow.Routing;
using static Hotline.CallFlow.Tests.Routing.Shift;

namespace Hotline.CallFlow.Tests.Routing;

public sealed class RouterStrainTests
{
    private static readonly Counselor Strained = Counselor(1, idleSince: 1).After(Call(Urgency.U1, 30), Call(Urgency.U0, 55));
    private static readonly Waiting Urgent = Caller(1, urgency: Urgency.U1);

    [Fact]
    public void After_two_urgent_calls_in_a_row_another_counselor_is_asked_for_the_third()
    {
        var matching = Match([Urgent], [Strained, Counselor(2, idleSince: 50)]);

        Assert.Equal([(1, 2)], matching.Pairs());
    }

    [Fact]
    public void A_resting_counselor_gets_no_routine_call()
    {
        var matching = Match([Caller(1)], [Strained]);

        Assert.Equal(UnmatchedReason.AllBusy, matching.Reason(caller: 1));
        Assert.Equal(Minute(65), matching.LookAgainAt);
    }

    [Fact]
    public void An_urgent_caller_never_waits_while_only_resting_people_are_free()
    {
        Assert.Equal([(1, 1)], Match([Urgent], [Strained, Counselor(2, presence: Presence.Talking)]).Pairs());
        Assert.Equal([(1, 1)], Match([Urgent.Asked(2, OfferStage.Declined, 1)], [Strained, Counselor(2)]).Pairs());
    }

    [Fact]
    public void A_resting_counselor_is_left_alone_while_a_rested_one_rings()
    {
        var matching = Match([Urgent.Asked(2, OfferStage.Ringing)], [Strained, Counselor(2, presence: Presence.Ringing)]);

        Assert.Empty(matching.Offers);
    }

    [Theory]
    [InlineData(Urgency.U1, Urgency.U1, 5, 30.0)]
    [InlineData(Urgency.U0, Urgency.U1, 5, 30.0)]
    [InlineData(Urgency.U1, Urgency.U2, 5, null)]
    [InlineData(Urgency.U3, Urgency.U1, 5, null)]
    [InlineData(Urgency.U1, Urgency.U1, 9.9, 30.0)]
    [InlineData(Urgency.U1, Urgency.U1, 10, null)]
    public void Rest_is_earned_by_urgent_calls_without_a_rest_between(Urgency first, Urgency second, double gap, double? restsUntil)
    {
        var counselor = Counselor(1).After(new TakenCall(second, Minute(10), Minute(20)), new TakenCall(first, Minute(-20), Minute(10 - gap)));

        var until = Strain.RestsUntil(counselor, RoutingRules.Default);

        Assert.Equal(restsUntil is { } minute ? Minute(minute) : null, until);
    }

    [Fact]
    public void One_urgent_call_or_none_earns_no_rest()
    {
        Assert.Null(Strain.RestsUntil(Counselor(1), RoutingRules.Default));
        Assert.Null(Strain.RestsUntil(Counselor(1).After(Call(Urgency.U0, 55)), RoutingRules.Default));
    }
}
