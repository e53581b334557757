using CsCheck;
using Hotline.CallFlow.Speech;

namespace Hotline.CallFlow.Tests.Steps;

public sealed class WaitingTests
{
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(5);

    [Fact]
    public void Waiting_begins_with_the_queue_and_a_word_that_speaking_is_not_needed()
    {
        var call = TestCall.Dial().Press("0");

        Assert.Equal(["queue.enter"], call.Prompts);
        Assert.IsType<Reply.EnterQueue>(call.Turn.Reply);
        Assert.Contains(new CallEvent.QueueEntered(), call.Events);
    }

    [Fact]
    public void An_urgent_caller_hears_that_the_connection_comes_first()
    {
        var call = TestCall.Dial().Press("1").Silent();

        Assert.Equal(["queue.enter", "emergency.stay"], call.Prompts);
        Assert.Contains(new CallEvent.UrgencyRaised(Urgency.U1, "caller-marked-urgent"), call.Events);
    }

    [Fact]
    public void An_estimate_is_spoken_only_when_there_is_one()
    {
        var call = TestCall.Dial().Press("0");

        Assert.Equal(["queue.ahead"], call.Waits(new(3, Early, null)).Prompts);
        Assert.Equal(["queue.position"], call.Waits(new(3, Early, TimeSpan.FromMinutes(2))).Prompts);
        Assert.Equal(["queue.next"], call.Waits(new(0, Early, null)).Prompts);
    }

    [Fact]
    public void A_spoken_position_never_rises()
    {
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 600], Gen.Bool).Array[1, 30].Sample(rounds =>
        {
            var call = TestCall.Dial().Press("0");
            var spoken = int.MaxValue;
            foreach (var (ahead, seconds, estimated) in rounds)
            {
                call.Waits(new(ahead, TimeSpan.FromSeconds(seconds), estimated ? TimeSpan.FromMinutes(3) : null));
                if (Position(call) is not { } said)
                    continue;
                Assert.True(said <= spoken && said == ahead);
                spoken = said;
            }
        });
    }

    [Fact]
    public void A_position_that_would_rise_gives_way_to_comfort()
    {
        var call = TestCall.Dial().Press("0").Waits(new(2, Early, null));

        Assert.Equal(["queue.comfort"], call.Waits(new(3, Early, null)).Prompts);
    }

    [Fact]
    public void A_callback_is_offered_from_thirty_seconds_on()
    {
        var call = TestCall.Dial().Press("0");

        Assert.DoesNotContain("queue.offerCallback", call.Waits(new(1, TimeSpan.FromSeconds(29), null)).Prompts);
        Assert.Contains("queue.offerCallback", call.Waits(new(1, TimeSpan.FromSeconds(30), null)).Prompts);
        Assert.Contains("queue.long", call.Waits(new(1, TimeSpan.FromSeconds(40), TimeSpan.FromMinutes(8))).Prompts);
        Assert.Contains("queue.long.unknown", call.Waits(new(1, TimeSpan.FromMinutes(6), null)).Prompts);
    }

    [Fact]
    public void Place_and_comfort_take_turns_and_no_minute_passes_in_silence()
    {
        var call = TestCall.Dial().Press("0");

        Assert.StartsWith("queue.ahead", call.Waits(new(2, TimeSpan.FromSeconds(65), null)).Prompts.First(), StringComparison.Ordinal);
        Assert.Equal("queue.comfort", call.Waits(new(2, TimeSpan.FromSeconds(95), null)).Prompts.First());
        Assert.True(Assert.IsType<Reply.KeepWaiting>(call.Turn.Reply).Quiet <= TimeSpan.FromSeconds(50));
    }

    [Fact]
    public void Key_3_leaves_the_queue_first_and_asks_for_the_callback_then()
    {
        var call = TestCall.Dial().Press("0", "3");
        Assert.IsType<Reply.LeaveQueue>(call.Turn.Reply);
        Assert.True(call.State.InQueue);

        call.LeavesQueue(QueueExit.Left);

        Assert.Equal(StepName.CallbackConsent, call.Step);
        Assert.False(call.State.InQueue);
        Assert.Contains(new CallEvent.QueueLeft(QueueExit.Left), call.Events);
    }

    [Fact]
    public void A_counselor_who_comes_in_the_moment_of_leaving_wins()
    {
        var call = TestCall.Dial().Press("0", "3").LeavesQueue(QueueExit.Served);

        Assert.Equal(["goodbye", "goodbye.safety"], call.Prompts);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("9")]
    [InlineData("#")]
    [InlineData("*")]
    public void Other_keys_keep_the_place(string key)
    {
        var call = TestCall.Dial().Press("0").Press(key);

        Assert.True(call.State.InQueue);
        Assert.IsType<Reply.KeepWaiting>(call.Turn.Reply);
    }

    [Fact]
    public void Key_8_ends_the_call_in_the_queue_at_once()
    {
        var call = TestCall.Dial().Press("0", "8");

        Assert.Equal(["exit.cover"], call.Prompts);
        Assert.IsType<Reply.Goodbye>(call.Turn.Reply);
        Assert.False(call.State.InQueue);
        Assert.Equal([new CallEvent.QueueLeft(QueueExit.Left), new CallEvent.StepEntered(StepName.QuickExit), new CallEvent.QuickExit()], call.Turn.Events.ToArray());
    }

    [Fact]
    public void At_the_limit_other_ways_are_offered_and_silence_waits_on_once()
    {
        var call = TestCall.Dial().Press("0").Waits(new(1, TimeSpan.FromMinutes(20), null, LimitReached: true)).LeavesQueue(QueueExit.Left);
        Assert.Equal(["queue.limit"], call.Prompts);

        call.Silent();
        Assert.IsType<Reply.EnterQueue>(call.Turn.Reply);

        call.Waits(new(1, TimeSpan.FromMinutes(20), null, LimitReached: true)).LeavesQueue(QueueExit.Left).Silent(2);
        Assert.Equal("+8221366", Assert.IsType<Reply.Transfer>(call.Turn.Reply).DialString);
    }

    [Fact]
    public void Whoever_waits_when_the_hours_end_is_kept()
    {
        var call = TestCall.Dial().Press("0");
        call.Facts = Line.Closed;

        call.Waits(new(1, TimeSpan.FromMinutes(1), null));

        Assert.IsType<Reply.KeepWaiting>(call.Turn.Reply);
    }

    [Fact]
    public void A_failed_queue_ends_in_choices_not_in_silence()
    {
        Assert.Equal(["queue.full"], TestCall.Dial().Press("0").LeavesQueue(QueueExit.Failed).Prompts);
    }

    [Fact]
    public void A_hang_up_in_the_queue_is_written_down_once()
    {
        var call = TestCall.Dial().Press("0");
        call.ForgetEvents();

        call.LeavesQueue(QueueExit.HungUp).HangUp();

        Assert.Equal([new CallEvent.QueueLeft(QueueExit.HungUp), new CallEvent.CallerHungUp(StepName.Waiting)], call.Events);
        Assert.Empty(call.FollowUps);
    }

    private static int? Position(TestCall call) => call.Hears.OfType<Prompt>().FirstOrDefault() switch
    {
        { Key: "queue.next" } => 0,
        { Key: "queue.ahead" or "queue.position" } prompt => ((Spoken.People)prompt.Values["position"]).Count,
        _ => null,
    };
}
