using Hotline.CallFlow.Callbacks;
using Hotline.CallFlow.Hours;
using static Hotline.CallFlow.Tests.Callbacks.Agreement;

namespace Hotline.CallFlow.Tests.Callbacks;

public sealed class CallbackGuardTests
{
    [Theory]
    [InlineData("2026-11-24 09:59:59", DialRefusal.BeforeWindow)]
    [InlineData("2026-11-24 10:00:00", null)]
    [InlineData("2026-11-24 16:59:59", null)]
    [InlineData("2026-11-24 17:00:00", DialRefusal.AfterWindow)]
    public void The_window_is_kept_to_the_second(string at, DialRefusal? refusal)
    {
        var verdict = Ask(Claimed, at);

        Assert.Equal(refusal is { } reason ? [reason] : [], verdict is DialVerdict.Refused ? verdict.Reasons() : verdict.Overridden());
    }

    [Fact]
    public void A_window_does_not_open_a_closed_line()
    {
        var anyTime = Claimed.During("2026-11-24 00:00", "2026-12-31 00:00");

        Assert.Equal([DialRefusal.OutsideOpeningHours], Ask(anyTime, "2026-11-24 08:59").Reasons());
        Assert.Equal([DialRefusal.OutsideOpeningHours], Ask(anyTime, "2026-11-28 11:00").Reasons());
        Assert.Equal([DialRefusal.PublicHoliday], Ask(anyTime, "2026-12-25 11:00").Reasons());
        Assert.Equal([DialRefusal.PublicHoliday], Ask(anyTime, "2026-12-25 11:00", "she asked for Christmas morning").Reasons());
    }

    [Fact]
    public void An_emergency_closure_stops_callbacks_at_once()
    {
        var closed = Weekdays with { Overrides = [new HoursOverride.EmergencyClosure(At("2026-11-24 12:00"), At("2026-11-24 13:00"))] };

        var verdict = CallbackGuard.MayDial(Claimed, new DialRequest(Owner, At("2026-11-24 12:30"), "urgent"), closed, LineIsUp);

        Assert.Equal([DialRefusal.OutsideOpeningHours], verdict.Reasons());
    }

    [Theory]
    [InlineData("2026-11-24 11:29:59", DialRefusal.TooSoonAfterLastAttempt)]
    [InlineData("2026-11-24 11:30:00", null)]
    public void Attempts_are_half_an_hour_apart(string at, DialRefusal? refusal)
    {
        var verdict = Ask(Claimed.Tried("2026-11-24 11:00", AttemptResult.Busy), at);

        Assert.Equal(refusal is { } reason ? [reason] : [], verdict is DialVerdict.Refused ? verdict.Reasons() : verdict.Overridden());
    }

    [Fact]
    public void There_are_three_attempts_and_a_failure_of_our_own_line_is_none()
    {
        var twice = Claimed.Tried("2026-11-24 10:00", AttemptResult.Busy).Tried("2026-11-24 10:30", AttemptResult.NoAnswer);

        Assert.Equal([DialRefusal.NoAttemptsLeft], Ask(twice.Tried("2026-11-24 11:00", AttemptResult.Later), "2026-11-24 15:00").Reasons());
        Assert.Empty(Ask(twice.Tried("2026-11-24 11:00", AttemptResult.LineFailed), "2026-11-24 15:00").Overridden());
    }

    [Fact]
    public void A_reason_sets_window_and_attempts_aside_and_what_it_set_aside_is_told()
    {
        var tried = Claimed.Tried("2026-11-24 17:00", AttemptResult.Busy).Tried("2026-11-24 17:10", AttemptResult.Busy).Tried("2026-11-24 17:20", AttemptResult.Busy);

        Assert.Equal(
            [DialRefusal.AfterWindow, DialRefusal.NoAttemptsLeft, DialRefusal.TooSoonAfterLastAttempt],
            Ask(tried, "2026-11-24 17:30", "she wrote that she waits for the call").Overridden());
        Assert.Equal([DialRefusal.BeforeWindow], Ask(Claimed, "2026-11-24 09:30", "she wrote that she waits for the call").Overridden());
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void An_empty_reason_is_none(string reason)
    {
        Assert.Equal([DialRefusal.BeforeWindow, DialRefusal.OverrideNeedsReason], Ask(Claimed, "2026-11-24 09:30", reason).Reasons());
        Assert.Empty(Ask(Claimed, "2026-11-24 10:30", reason).Overridden());
    }

    [Fact]
    public void No_reason_overrides_the_callers_no()
    {
        const string Reason = "the supervisor insists";

        Assert.Equal([DialRefusal.DoNotContact], Ask(Claimed with { DoNotContact = true }, "2026-11-24 11:00", Reason).Reasons());
        Assert.Equal([DialRefusal.Cancelled], Ask(Agreed with { State = new CallbackState.Cancelled() }, "2026-11-24 11:00", Reason).Reasons());
        Assert.Equal(
            [DialRefusal.DoNotContact, DialRefusal.Closed],
            Ask(Agreed.After(new CallbackEvent.ForbidContact()), "2026-11-24 11:00", Reason).Reasons());
    }

    [Fact]
    public void Only_its_owner_dials_and_only_when_nobody_does_already()
    {
        var expired = Agreed with { State = new CallbackState.Claimed(Owner, At("2026-11-24 11:00")) };

        Assert.Equal([DialRefusal.NotClaimed], Ask(Agreed, "2026-11-24 11:00", "reason").Reasons());
        Assert.Equal([DialRefusal.NotClaimed], Ask(Agreed with { State = new CallbackState.Exhausted() }, "2026-11-24 11:00").Reasons());
        Assert.Equal([DialRefusal.NotClaimed], Ask(expired, "2026-11-24 11:00").Reasons());
        Assert.Equal([DialRefusal.OwnedByAnother], Ask(Agreed.OwnedBy(Other), "2026-11-24 11:00", "reason").Reasons());
        Assert.Equal([DialRefusal.AlreadyInCall], Ask(Agreed with { State = new CallbackState.Dialling(Owner, 1) }, "2026-11-24 11:00").Reasons());
        Assert.Equal([DialRefusal.AlreadyInCall], Ask(Agreed with { State = new CallbackState.Reached(Owner) }, "2026-11-24 11:00").Reasons());
    }

    [Fact]
    public void Without_a_line_or_a_registered_number_nothing_is_dialled()
    {
        var verdict = CallbackGuard.MayDial(
            Claimed, new DialRequest(Owner, At("2026-11-24 11:00"), "reason"), Weekdays, new TrunkFacts(IsUp: false, HasRegisteredNumber: false));

        Assert.Equal([DialRefusal.NoRegisteredNumber, DialRefusal.LineDown], verdict.Reasons());
    }

    [Fact]
    public void All_reasons_are_told_the_gravest_first()
    {
        var hopeless = (Agreed with { DoNotContact = true }).Tried("2026-11-28 19:00", AttemptResult.Busy);

        Assert.Equal(
            [DialRefusal.DoNotContact, DialRefusal.NotClaimed, DialRefusal.OutsideOpeningHours, DialRefusal.AfterWindow, DialRefusal.TooSoonAfterLastAttempt],
            Ask(hopeless, "2026-11-28 19:10").Reasons());
    }

    [Fact]
    public void Every_refusal_has_its_own_sentence_in_both_languages()
    {
        var sentences = Enum.GetValues<DialRefusal>().Select(refusal => refusal.Explain()).ToList();

        Assert.Distinct(sentences.Select(sentence => sentence.Ko), StringComparer.Ordinal);
        Assert.Distinct(sentences.Select(sentence => sentence.En), StringComparer.Ordinal);
        Assert.All(sentences, sentence => Assert.Contains(sentence.Ko, letter => letter is >= '가' and <= '힣'));
        Assert.All(sentences, sentence => Assert.All(sentence.En, letter => Assert.True(char.IsAscii(letter))));
    }
}
