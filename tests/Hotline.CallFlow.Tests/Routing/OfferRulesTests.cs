using System.Collections.Immutable;
using CsCheck;
using Hotline.CallFlow.Routing;
using static Hotline.CallFlow.Tests.Routing.Shift;

namespace Hotline.CallFlow.Tests.Routing;

public sealed class OfferRulesTests
{
    private static readonly OfferStage[] Ends =
        [OfferStage.Connected, OfferStage.Declined, OfferStage.Expired, OfferStage.Lost, OfferStage.Failed, OfferStage.Withdrawn];

    [Theory]
    [InlineData(OfferStage.Offered, OfferEvent.LegRings, OfferStage.Ringing)]
    [InlineData(OfferStage.Ringing, OfferEvent.PressedAccept, OfferStage.Accepted)]
    [InlineData(OfferStage.Offered, OfferEvent.PressedAccept, OfferStage.Accepted)]
    [InlineData(OfferStage.Ringing, OfferEvent.PressedDecline, OfferStage.Declined)]
    [InlineData(OfferStage.Ringing, OfferEvent.TimeIsUp, OfferStage.Expired)]
    [InlineData(OfferStage.Offered, OfferEvent.TimeIsUp, OfferStage.Expired)]
    [InlineData(OfferStage.Ringing, OfferEvent.Superseded, OfferStage.Lost)]
    [InlineData(OfferStage.Offered, OfferEvent.LegEnded, OfferStage.Failed)]
    [InlineData(OfferStage.Ringing, OfferEvent.CallerGone, OfferStage.Withdrawn)]
    [InlineData(OfferStage.Accepted, OfferEvent.Bridged, OfferStage.Connected)]
    [InlineData(OfferStage.Accepted, OfferEvent.LegEnded, OfferStage.Failed)]
    [InlineData(OfferStage.Accepted, OfferEvent.CallerGone, OfferStage.Withdrawn)]
    public void An_offer_moves_forward(OfferStage from, OfferEvent happened, OfferStage to)
    {
        Assert.Equal(to, OfferRules.After(from, happened));
    }

    [Theory]
    [InlineData(OfferStage.Ringing, OfferEvent.LegRings)]
    [InlineData(OfferStage.Ringing, OfferEvent.Bridged)]
    [InlineData(OfferStage.Accepted, OfferEvent.LegRings)]
    [InlineData(OfferStage.Accepted, OfferEvent.PressedDecline)]
    [InlineData(OfferStage.Accepted, OfferEvent.TimeIsUp)]
    [InlineData(OfferStage.Accepted, OfferEvent.Superseded)]
    [InlineData(OfferStage.Accepted, OfferEvent.PressedAccept)]
    public void Late_and_repeated_events_change_nothing(OfferStage stage, OfferEvent happened)
    {
        Assert.Equal(stage, OfferRules.After(stage, happened));
    }

    [Fact]
    public void Nothing_changes_an_offer_that_is_over()
    {
        foreach (var stage in Ends)
            Assert.All(Enum.GetValues<OfferEvent>(), happened => Assert.Equal(stage, OfferRules.After(stage, happened)));
    }

    [Fact]
    public void The_first_to_accept_wins_and_the_others_have_lost()
    {
        var offers = OfferRules.Apply(Three(), Id(2), OfferEvent.PressedAccept, Now);
        var tooLate = OfferRules.Apply(offers, Id(3), OfferEvent.PressedAccept, Now);

        Assert.Equal([OfferStage.Lost, OfferStage.Accepted, OfferStage.Lost], offers.Select(offer => offer.Stage));
        Assert.Equal([Now, null, Now], offers.Select(offer => offer.EndedAt));
        Assert.Equal(offers.ToArray(), tooLate.ToArray());
    }

    [Fact]
    public void Accepting_after_someone_else_was_connected_is_losing_even_if_the_news_of_losing_was_lost()
    {
        ImmutableArray<Offer> offers = [Offered(1) with { Stage = OfferStage.Connected }, Offered(2)];

        Assert.Equal(OfferStage.Lost, OfferRules.Apply(offers, Id(2), OfferEvent.PressedAccept, Now)[1].Stage);
    }

    [Fact]
    public void When_the_winners_leg_breaks_before_the_two_are_connected_nobody_has_won()
    {
        var accepted = OfferRules.Apply(Three(), Id(2), OfferEvent.PressedAccept, Now);

        var broken = OfferRules.Apply(accepted, Id(2), OfferEvent.LegEnded, Now);

        Assert.Equal([OfferStage.Lost, OfferStage.Failed, OfferStage.Lost], broken.Select(offer => offer.Stage));
    }

    [Fact]
    public void An_offer_of_somebody_else_is_a_defect()
    {
        Assert.Throws<ArgumentException>(() => OfferRules.Apply(Three(), Id(4), OfferEvent.LegRings, Now));
    }

    [Fact]
    public void Whatever_the_order_of_events_stages_move_forward_and_at_most_one_wins()
    {
        var happening = Gen.Select(Gen.Int[1, 3], Gen.OneOf(Enum.GetValues<OfferEvent>()));

        happening.Array[0, 20].Sample(events =>
        {
            var offers = Three();
            foreach (var (offer, happened) in events)
            {
                var after = OfferRules.Apply(offers, Id(offer), happened, Now);
                Assert.All(offers.Zip(after), pair => Assert.True(IsForward(pair.First.Stage, pair.Second.Stage), $"{pair.First.Stage} became {pair.Second.Stage}"));
                Assert.True(after.Count(each => each.Stage.IsWon()) <= 1);
                offers = after;
            }
        }, iter: 2000);
    }

    [Fact]
    public void Of_any_who_accept_while_it_is_offered_exactly_one_wins()
    {
        Gen.Shuffle(Enumerable.Range(1, 3).ToArray()).Sample(order =>
        {
            var offers = order.Aggregate(Three(), (before, offer) => OfferRules.Apply(before, Id(offer), OfferEvent.PressedAccept, Now));

            Assert.Equal(Id(order[0]), Assert.Single(offers, offer => offer.Stage == OfferStage.Accepted).Id);
        });
    }

    private static bool IsForward(OfferStage from, OfferStage to) => to == from || from switch
    {
        OfferStage.Offered => true,
        OfferStage.Ringing => to != OfferStage.Offered,
        OfferStage.Accepted => to is OfferStage.Connected or OfferStage.Failed or OfferStage.Withdrawn,
        _ => false,
    };

    private static ImmutableArray<Offer> Three() => [Offered(1), Offered(2), Offered(3)];

    private static Offer Offered(int number) => new(Id(number), Id(10 + number), Now, OfferStage.Offered);
}
