using Hotline.CallFlow.Routing;
using static Hotline.CallFlow.Tests.Routing.Shift;

namespace Hotline.CallFlow.Tests.Routing;

public sealed class CounselorPresenceTests
{
    private static readonly PresenceFacts Available = new() { Chosen = Availability.Available, ChosenAt = Begins };

    [Theory]
    [InlineData(Availability.Available, Presence.Available)]
    [InlineData(Availability.Break, Presence.Break)]
    [InlineData(Availability.Offline, Presence.Offline)]
    public void Without_calls_presence_is_what_was_chosen(Availability chosen, Presence presence)
    {
        Assert.Equal(presence, CounselorPresence.At(Available with { Chosen = chosen }, Now));
    }

    [Theory]
    [InlineData(OfferStage.Offered, Presence.Offered)]
    [InlineData(OfferStage.Ringing, Presence.Ringing)]
    [InlineData(OfferStage.Accepted, Presence.Talking)]
    [InlineData(OfferStage.Connected, Presence.Talking)]
    public void An_offer_beats_the_choice(OfferStage stage, Presence presence)
    {
        Assert.Equal(presence, CounselorPresence.At(Available with { Chosen = Availability.Offline, Offers = [stage] }, Now));
    }

    [Theory]
    [InlineData(OfferStage.Declined)]
    [InlineData(OfferStage.Expired)]
    [InlineData(OfferStage.Lost)]
    [InlineData(OfferStage.Failed)]
    [InlineData(OfferStage.Withdrawn)]
    public void An_offer_that_is_over_holds_nobody(OfferStage stage)
    {
        Assert.Equal(Presence.Available, CounselorPresence.At(Available with { Offers = [stage] }, Now));
    }

    [Fact]
    public void A_leg_that_is_up_means_talking_even_during_wrap_up()
    {
        var facts = Available with { InCall = true, LastCallEndedAt = Now };

        Assert.Equal(Presence.Talking, CounselorPresence.At(facts, Now));
    }

    [Theory]
    [InlineData(59, Presence.WrapUp)]
    [InlineData(60, Presence.Available)]
    public void Wrap_up_lasts_as_long_as_configured(int secondsAfter, Presence presence)
    {
        var facts = Available with { LastCallEndedAt = Now };

        Assert.Equal(presence, CounselorPresence.At(facts, Now.AddSeconds(secondsAfter)));
    }

    [Fact]
    public void Wrap_up_can_be_absent_ended_and_extended()
    {
        var ended = Available with { LastCallEndedAt = Now };

        Assert.Equal(Presence.Available, CounselorPresence.At(ended with { WrapUp = TimeSpan.Zero }, Now));
        Assert.Equal(Presence.Available, CounselorPresence.At(ended with { WrapUpSetTo = Now.AddSeconds(5) }, Now.AddSeconds(5)));
        Assert.Equal(Presence.WrapUp, CounselorPresence.At(ended with { WrapUpSetTo = Now.AddMinutes(10) }, Now.AddMinutes(9)));
    }

    [Fact]
    public void A_wrap_up_that_was_set_after_an_earlier_call_counts_no_more()
    {
        var facts = Available with { LastCallEndedAt = Now, WrapUpSetTo = Now.AddSeconds(-1) };

        Assert.Equal(Presence.WrapUp, CounselorPresence.At(facts, Now.AddSeconds(30)));
    }

    [Theory]
    [InlineData(Availability.Break, Presence.Break)]
    [InlineData(Availability.Offline, Presence.Offline)]
    public void Whoever_leaves_during_wrap_up_is_gone(Availability chosen, Presence presence)
    {
        Assert.Equal(presence, CounselorPresence.At(Available with { Chosen = chosen, LastCallEndedAt = Now }, Now));
    }

    [Fact]
    public void Idle_counts_from_the_end_of_wrap_up_or_from_becoming_available()
    {
        Assert.Equal(Begins, CounselorPresence.IdleSince(Available));
        Assert.Equal(Minute(11), CounselorPresence.IdleSince(Available with { LastCallEndedAt = Minute(10) }));
        Assert.Equal(Minute(30), CounselorPresence.IdleSince(Available with { ChosenAt = Minute(30), LastCallEndedAt = Minute(10) }));
    }
}
