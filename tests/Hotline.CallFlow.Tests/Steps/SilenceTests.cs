namespace Hotline.CallFlow.Tests.Steps;

public sealed class SilenceTests
{
    [Fact]
    public void The_first_silence_is_answered_gently_and_opens_a_way_without_words()
    {
        var call = TestCall.Dial().Silent();

        Assert.Equal(["input.none", "input.silent", "menu.main"], call.Prompts);
        Assert.Equal(Listen.OneKeyOrTwoTaps, Assert.IsType<Reply.Ask>(call.Turn.Reply).Listen);
    }

    [Fact]
    public void A_caller_who_says_nothing_twice_reaches_a_counselor()
    {
        var call = TestCall.Dial().Silent(2);

        Assert.Equal(["input.none.final", "queue.enter"], call.Prompts);
        Assert.True(call.State.InQueue);
    }

    [Theory]
    [InlineData("11")]
    [InlineData("88")]
    [InlineData("07")]
    public void Two_taps_of_any_kind_after_a_silence_mean_that_the_caller_cannot_speak(string taps)
    {
        var call = TestCall.Dial().Silent().Enter(taps);

        Assert.True(call.State.CannotSpeak);
        Assert.True(call.State.InQueue);
        Assert.Equal(Urgency.U3, call.State.Urgency);
        Assert.Contains(new CallEvent.CannotSpeak(), call.Events);
        Assert.Equal(["input.silent.noted", "queue.enter"], call.Prompts);
    }

    [Fact]
    public void With_no_counselor_there_two_taps_are_not_offered_and_a_hasty_second_one_is_no_other_choice()
    {
        foreach (var facts in new[] { Line.Closed, Line.NobodyOnDuty })
        {
            var call = TestCall.Dial(facts).Press("0").Silent();

            Assert.DoesNotContain("input.silent", call.Prompts);
            Assert.Equal(Listen.OneKey, Assert.IsType<Reply.Ask>(call.Turn.Reply).Listen);
            Assert.Equal(StepName.Transfer, call.Enter("11").Step);
            Assert.False(call.State.CannotSpeak);
        }
    }

    [Fact]
    public void A_single_key_after_a_silence_still_chooses()
    {
        Assert.Equal(StepName.Deletion, TestCall.Dial().Silent().Press("2").Step);
    }

    [Fact]
    public void A_number_entry_does_not_ask_for_two_taps()
    {
        var call = TestCall.Dial().Press("3", "1", "2").Silent();

        Assert.Equal(["input.none", "callback.enterNumber"], call.Prompts);
        Assert.Equal(Listen.Number, Assert.IsType<Reply.Ask>(call.Turn.Reply).Listen);
    }

    [Fact]
    public void With_nobody_there_silence_leads_to_1366_and_says_so()
    {
        foreach (var facts in new[] { Line.Closed, Line.NobodyOnDuty })
        {
            var call = TestCall.Dial(facts).Press("0").Silent(2);

            Assert.Equal(["input.none.final.closed", "transfer.notice"], call.Prompts);
            Assert.Equal("+8221366", Assert.IsType<Reply.Transfer>(call.Turn.Reply).DialString);
        }
    }

    [Fact]
    public void Silence_and_wrong_keys_by_turns_still_reach_a_counselor()
    {
        var call = TestCall.Dial().Press("7").Silent().Press("7").Silent().Press("7");

        Assert.Equal(["input.invalid.final", "queue.enter"], call.Prompts);
    }

    [Fact]
    public void Words_that_nobody_understands_are_no_reproach_and_the_third_time_a_counselor()
    {
        var call = TestCall.Dial().Say("여보세요");
        Assert.Equal(["input.speech.unclear", "menu.main"], call.Prompts);

        call.Say("여보세요").Say("여보세요");

        Assert.True(call.State.InQueue);
    }
}
