using Hotline.CallFlow.Callbacks;
using Hotline.CallFlow.Hours;
using static Hotline.CallFlow.Tests.Callbacks.Agreement;

namespace Hotline.CallFlow.Tests.Callbacks;

public sealed class CallbackDueTests
{
    [Theory]
    [InlineData("2026-11-23 16:00", "2026-11-24 10:00")]
    [InlineData("2026-11-24 10:00", "2026-11-24 10:00")]
    [InlineData("2026-11-24 13:37", "2026-11-24 13:37")]
    public void A_callback_is_due_when_its_window_begins_or_now(string now, string due)
    {
        Assert.Equal(new CallbackDue.At(At(due)), CallbackDue.Next(Agreed, At(now), Weekdays));
    }

    [Fact]
    public void After_an_attempt_it_is_due_half_an_hour_later()
    {
        var tried = Agreed.Tried("2026-11-24 11:00", AttemptResult.Busy);

        Assert.Equal(new CallbackDue.At(At("2026-11-24 11:30")), CallbackDue.Next(tried, At("2026-11-24 11:02"), Weekdays));
        Assert.Equal(new CallbackDue.At(At("2026-11-24 12:00")), CallbackDue.Next(tried, At("2026-11-24 12:00"), Weekdays));
    }

    [Fact]
    public void A_closed_line_moves_it_to_the_next_opening_within_the_window()
    {
        var overChristmas = Agreed.During("2026-12-24 17:30", "2026-12-28 12:00").Tried("2026-12-24 17:45", AttemptResult.NoAnswer);

        Assert.Equal(new CallbackDue.At(At("2026-12-28 09:00")), CallbackDue.Next(overChristmas, At("2026-12-24 17:50"), Weekdays));
    }

    [Fact]
    public void It_is_never_due_when_the_line_stays_closed_until_the_window_is_over()
    {
        var christmas = Agreed.During("2026-12-25 10:00", "2026-12-25 12:00");

        Assert.Equal(new CallbackDue.Never(NeverDue.ClosedUntilWindowIsOver), CallbackDue.Next(christmas, At("2026-12-24 09:00"), Weekdays));
        Assert.Equal(new CallbackDue.At(At("2026-12-25 10:00")), CallbackDue.Next(christmas, At("2026-12-24 09:00"), OpeningHours.Of(HoursProfile.Daily0922)));
    }

    [Fact]
    public void It_is_never_due_again_once_the_window_has_no_room_for_another_attempt()
    {
        Assert.Equal(new CallbackDue.Never(NeverDue.WindowOver), CallbackDue.Next(Agreed, At("2026-11-24 17:00"), Weekdays));
        Assert.Equal(
            new CallbackDue.Never(NeverDue.WindowOver),
            CallbackDue.Next(Agreed.Tried("2026-11-24 16:30", AttemptResult.Busy), At("2026-11-24 16:40"), Weekdays));
    }

    [Fact]
    public void It_is_not_due_without_attempts_in_a_call_or_when_it_is_over()
    {
        var now = At("2026-11-24 11:00");
        var exhausted = Agreed.Tried("2026-11-24 10:00", AttemptResult.Busy).Tried("2026-11-24 10:10", AttemptResult.Busy).Tried("2026-11-24 10:20", AttemptResult.Busy);

        Assert.Equal(new CallbackDue.Never(NeverDue.NoAttemptsLeft), CallbackDue.Next(exhausted, now, Weekdays));
        Assert.Equal(new CallbackDue.Never(NeverDue.InCall), CallbackDue.Next(Agreed with { State = new CallbackState.Dialling(Owner, 1) }, now, Weekdays));
        Assert.Equal(new CallbackDue.Never(NeverDue.InCall), CallbackDue.Next(Agreed with { State = new CallbackState.Reached(Owner) }, now, Weekdays));
        Assert.Equal(new CallbackDue.Never(NeverDue.Over), CallbackDue.Next(Agreed with { State = new CallbackState.Cancelled() }, now, Weekdays));
        Assert.Equal(new CallbackDue.Never(NeverDue.Over), CallbackDue.Next(Agreed with { DoNotContact = true }, now, Weekdays));
    }
}
