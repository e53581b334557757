using Hotline.CallFlow.Callbacks;
using static Hotline.CallFlow.Tests.Callbacks.Agreement;

namespace Hotline.CallFlow.Tests.Callbacks;

public sealed class CallbackRulesTests
{
    private static readonly DateTimeOffset Lease = At("2026-11-24 11:05");
    private static readonly AgreedCallback Dialling = Claimed.After(new CallbackEvent.DialStarted(Owner));
    private static readonly AgreedCallback Reached = Dialling.After(new CallbackEvent.DialEnded(1, AttemptResult.Reached));

    [Fact]
    public void A_callback_goes_from_open_to_reached_and_is_settled_by_its_case()
    {
        var claimed = Agreed.After(new CallbackEvent.Claim(Owner, Lease));
        var dialling = claimed.After(new CallbackEvent.DialStarted(Owner));
        var reached = dialling.After(new CallbackEvent.DialEnded(1, AttemptResult.Reached));

        Assert.Equal(new CallbackState.Claimed(Owner, Lease), claimed.State);
        Assert.Equal(new CallbackState.Dialling(Owner, 1), dialling.State);
        Assert.Equal(new CallbackState.Reached(Owner), reached.State);
        Assert.Equal(new Attempt(1, Owner, At("2026-11-24 11:00"), AttemptResult.Reached), Assert.Single(reached.Attempts));
        Assert.Equal(new CallbackState.Closed(ClosedBecause.Settled), reached.After(new CallbackEvent.Settle()).State);
    }

    [Theory]
    [InlineData(AttemptResult.NoAnswer)]
    [InlineData(AttemptResult.Busy)]
    [InlineData(AttemptResult.MachineNothingLeft)]
    [InlineData(AttemptResult.MachineMessageLeft)]
    [InlineData(AttemptResult.Later)]
    [InlineData(AttemptResult.Unverified)]
    [InlineData(AttemptResult.LineFailed)]
    public void Who_was_not_reached_is_owed_a_call_again(AttemptResult result)
    {
        Assert.Equal(new CallbackState.Open(), Dialling.After(new CallbackEvent.DialEnded(1, result)).State);
    }

    [Fact]
    public void The_third_attempt_in_vain_leaves_it_to_a_person()
    {
        var third = Claimed.Tried("2026-11-24 10:00", AttemptResult.Busy).Tried("2026-11-24 10:30", AttemptResult.Later).After(new CallbackEvent.DialStarted(Owner));

        Assert.Equal(new CallbackState.Exhausted(), third.After(new CallbackEvent.DialEnded(3, AttemptResult.NoAnswer)).State);
        Assert.Equal(new CallbackState.Open(), third.After(new CallbackEvent.DialEnded(3, AttemptResult.LineFailed)).State);
    }

    [Fact]
    public void An_exhausted_callback_stays_so_when_a_counselor_takes_it_and_gives_it_back()
    {
        var exhausted = Agreed.Tried("2026-11-24 10:00", AttemptResult.Busy).Tried("2026-11-24 10:30", AttemptResult.Busy).Tried("2026-11-24 11:00", AttemptResult.Busy)
            with { State = new CallbackState.Exhausted() };

        var given = exhausted.After(new CallbackEvent.Claim(Owner, Lease)).After(new CallbackEvent.Release(Owner));

        Assert.Equal(new CallbackState.Exhausted(), given.State);
    }

    [Fact]
    public void A_new_time_from_the_caller_starts_the_attempts_anew()
    {
        var exhausted = Agreed.Tried("2026-11-24 10:00", AttemptResult.Busy).Tried("2026-11-24 10:30", AttemptResult.Busy).Tried("2026-11-24 11:00", AttemptResult.Busy)
            with { State = new CallbackState.Exhausted() };
        var tomorrow = new SafeWindow(At("2026-11-25 10:00"), At("2026-11-25 12:00"), AsSoonAsPossible: false);

        var moved = exhausted.After(new CallbackEvent.Moved(tomorrow), "2026-11-24 15:00");

        Assert.Equal(new CallbackState.Open(), moved.State);
        Assert.Equal(tomorrow, moved.Window);
        Assert.Equal(3, moved.Attempts.Length);
        Assert.Empty(Ask(moved.OwnedBy(Owner), "2026-11-25 10:00").Overridden());
    }

    [Fact]
    public void Moving_a_callback_that_is_owned_leaves_it_with_its_owner()
    {
        var moved = Claimed.After(new CallbackEvent.Moved(Agreed.Window with { AsSoonAsPossible = true }));

        Assert.Equal(Claimed.State, moved.State);
        Assert.True(moved.Window.AsSoonAsPossible);
    }

    [Fact]
    public void A_caller_who_was_reached_may_name_a_new_time_and_a_broken_line_is_owed_again()
    {
        Assert.Equal(new CallbackState.Open(), Reached.After(new CallbackEvent.Moved(Agreed.Window)).State);
        Assert.Equal(new CallbackState.Open(), Reached.After(new CallbackEvent.TalkCutOff()).State);
        Assert.Equal(NoChange.NothingToDo, Dialling.WhyNot(new CallbackEvent.TalkCutOff()));
    }

    [Fact]
    public void The_wrong_person_is_never_called_again()
    {
        var wrong = Dialling.After(new CallbackEvent.DialEnded(1, AttemptResult.WrongPerson));

        Assert.True(wrong.DoNotContact);
        Assert.Equal(new CallbackState.Closed(ClosedBecause.WrongPerson), wrong.State);
    }

    [Fact]
    public void One_counselor_owns_a_callback_until_the_lease_ends()
    {
        var claimed = Agreed.After(new CallbackEvent.Claim(Owner, Lease));

        Assert.Equal(NoChange.OwnedByAnother, claimed.WhyNot(new CallbackEvent.Claim(Other, Lease), "2026-11-24 11:04"));
        Assert.Equal(new CallbackState.Claimed(Other, Lease), claimed.After(new CallbackEvent.Claim(Other, Lease), "2026-11-24 11:05").State);
        Assert.Equal(new CallbackState.Claimed(Owner, Lease.AddMinutes(5)), claimed.After(new CallbackEvent.Claim(Owner, Lease.AddMinutes(5))).State);
    }

    [Fact]
    public void Only_the_owner_dials_or_gives_back_and_only_within_the_lease()
    {
        var claimed = Agreed.After(new CallbackEvent.Claim(Owner, Lease));

        Assert.Equal(NoChange.NotOwner, claimed.WhyNot(new CallbackEvent.DialStarted(Other)));
        Assert.Equal(NoChange.NotOwner, claimed.WhyNot(new CallbackEvent.DialStarted(Owner), "2026-11-24 11:05"));
        Assert.Equal(NoChange.NotOwner, claimed.WhyNot(new CallbackEvent.Release(Other)));
        Assert.Equal(NoChange.NotOwner, Agreed.WhyNot(new CallbackEvent.DialStarted(Owner)));
        Assert.Equal(new CallbackState.Open(), claimed.After(new CallbackEvent.Release(Owner)).State);
    }

    [Fact]
    public void A_sweep_frees_what_a_lease_no_longer_holds()
    {
        var claimed = Agreed.After(new CallbackEvent.Claim(Owner, Lease));

        Assert.Equal(NoChange.NothingToDo, claimed.WhyNot(new CallbackEvent.LeaseChecked(), "2026-11-24 11:04"));
        Assert.Equal(new CallbackState.Open(), claimed.After(new CallbackEvent.LeaseChecked(), "2026-11-24 11:05").State);
        Assert.Equal(NoChange.NothingToDo, Dialling.WhyNot(new CallbackEvent.LeaseChecked(), "2026-11-24 23:00"));
    }

    [Fact]
    public void Nobody_takes_or_dials_a_callback_that_is_in_a_call()
    {
        Assert.Equal(NoChange.InCall, Dialling.WhyNot(new CallbackEvent.Claim(Other, Lease)));
        Assert.Equal(NoChange.InCall, Dialling.WhyNot(new CallbackEvent.DialStarted(Owner)));
        Assert.Equal(NoChange.InCall, Reached.WhyNot(new CallbackEvent.Claim(Owner, Lease)));
    }

    [Fact]
    public void The_end_of_an_attempt_is_taken_once_and_only_for_that_attempt()
    {
        var second = Dialling.After(new CallbackEvent.DialEnded(1, AttemptResult.Busy)).OwnedBy(Owner).After(new CallbackEvent.DialStarted(Owner));

        Assert.Equal(NoChange.NothingToDo, second.WhyNot(new CallbackEvent.DialEnded(1, AttemptResult.Reached)));
        Assert.Equal(NoChange.NothingToDo, second.WhyNot(new CallbackEvent.DialEnded(3, AttemptResult.Reached)));
        Assert.Equal(new CallbackState.Dialling(Owner, 2), second.State);
    }

    [Fact]
    public void The_callers_no_holds_even_while_we_dial_and_the_attempt_is_still_recorded()
    {
        var cancelled = Dialling.After(new CallbackEvent.Cancel());
        var forbidden = Dialling.After(new CallbackEvent.ForbidContact());

        var told = cancelled.After(new CallbackEvent.DialEnded(1, AttemptResult.Reached));

        Assert.Equal(new CallbackState.Cancelled(), told.State);
        Assert.Equal(AttemptResult.Reached, told.Attempts[0].Result);
        Assert.True(forbidden.DoNotContact);
        Assert.Equal(new CallbackState.Closed(ClosedBecause.DoNotContact), forbidden.State);
    }

    [Fact]
    public void What_is_over_stays_over()
    {
        CallbackEvent[] events =
        [
            new CallbackEvent.Claim(Owner, Lease), new CallbackEvent.Release(Owner), new CallbackEvent.DialStarted(Owner), new CallbackEvent.LeaseChecked(),
            new CallbackEvent.TalkCutOff(), new CallbackEvent.Moved(Agreed.Window), new CallbackEvent.Cancel(), new CallbackEvent.Settle(),
        ];

        Assert.All(events, happened => Assert.Equal(NoChange.Over, Agreed.After(new CallbackEvent.Cancel()).WhyNot(happened)));
        Assert.All(events, happened => Assert.Equal(NoChange.Over, Agreed.After(new CallbackEvent.Settle()).WhyNot(happened)));
    }

    [Fact]
    public void A_printed_callback_does_not_show_its_reference()
    {
        Assert.DoesNotContain(Reference, Agreed.ToString(), StringComparison.Ordinal);
    }
}
