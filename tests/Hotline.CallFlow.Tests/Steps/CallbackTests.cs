namespace Hotline.CallFlow.Tests.Steps;

public sealed class CallbackTests
{
    [Fact]
    public void The_reference_is_heard_in_the_turn_that_commits_the_callback()
    {
        var call = TestCall.Dial().Press("3", "1", "1", "1", "1");
        Assert.DoesNotContain(call.Events, happened => happened is CallEvent.CallbackAgreed);

        call.Press("3");

        var agreed = Assert.Single(call.Turn.Events.OfType<CallEvent.CallbackAgreed>());
        Assert.Equal(Line.Reference, agreed.Reference);
        Assert.Equal(Line.Mobile, agreed.Draft.Number);
        Assert.Equal(MessagePermission.TextWithoutName, agreed.Draft.Message);
        Assert.True(agreed.Draft.Window!.AsSoonAsPossible);
        Assert.Equal(new FollowUp.OpenCase(CaseDue.SafetyNet), Assert.Single(call.Turn.FollowUps));
        Assert.Equal(["callback.answerOther", "callback.confirmed", "callback.reason.offer"], call.Prompts);
    }

    [Fact]
    public void Without_a_message_the_case_is_due_when_the_caller_is_done()
    {
        var call = Registered().Press("2");

        Assert.Equal(["callback.skipped", "goodbye", "goodbye.safety"], call.Prompts);
        Assert.Equal(new FollowUp.OpenCase(CaseDue.Now), Assert.Single(call.Turn.FollowUps));
        Assert.True(call.State.Over);
    }

    [Fact]
    public void Consent_is_written_down_with_the_words_that_were_heard()
    {
        var call = TestCall.Dial().Press("3", "1");

        Assert.Contains(new CallEvent.ConsentGiven(ConsentKind.Number, "privacy.consent", "1"), call.Events);
        Assert.DoesNotContain(call.Events, happened => happened is CallEvent.ConsentGiven { Kind: ConsentKind.Message });
    }

    [Theory]
    [InlineData("0")]
    [InlineData("2")]
    [InlineData("9")]
    public void A_refusal_is_written_down_and_costs_nothing(string key)
    {
        var call = TestCall.Dial().Press("3", key);

        Assert.Contains(new CallEvent.ConsentRefused(ConsentKind.Number, "privacy.consent"), call.Events);
        Assert.True(call.State.InQueue);
    }

    [Fact]
    public void When_closed_a_refusal_leads_to_1366_as_the_prompt_says()
    {
        var call = TestCall.Dial(Line.Closed).Press("2", "0");

        Assert.Contains(new CallEvent.ConsentRefused(ConsentKind.Number, "privacy.consent.closed"), call.Events);
        Assert.Equal("+8221366", Assert.IsType<Reply.Transfer>(call.Turn.Reply).DialString);
    }

    [Fact]
    public void Another_number_is_read_back_before_it_is_taken()
    {
        var call = TestCall.Dial().Press("3", "1", "2").Enter("01000005678", "+821000005678");
        Assert.Equal(["callback.confirmEntered"], call.Prompts);

        call.Press("1", "1", "1", "1");

        Assert.Equal("+821000005678", Assert.Single(call.Events.OfType<CallEvent.CallbackAgreed>()).Draft.Number);
    }

    [Fact]
    public void A_withheld_or_foreign_number_is_never_taken_by_itself()
    {
        foreach (var caller in new[] { Line.Withheld, Line.Abroad, Line.Relay })
        {
            var call = TestCall.Dial(caller: caller).Press("3", "1");

            Assert.Equal(StepName.CallbackNoCallerId, call.Step);
            Assert.Null(call.State.Callback.Number);
        }
    }

    [Fact]
    public void Where_others_may_listen_only_the_last_four_digits_are_read()
    {
        var call = TestCall.Dial(Line.Open with { ReadBackLastFour = true }).Press("3", "1");

        var prompt = Assert.Single(call.Hears.OfType<Prompt>());
        Assert.Equal("일이삼사", prompt.Values["phoneDigits"].In(Language.Korean));
    }

    [Fact]
    public void Urgency_rides_along_with_the_callback()
    {
        var call = TestCall.Dial().Press("1", "#", "3", "1", "1", "1", "1", "1");

        Assert.Contains(call.Turn.Events, happened => happened is CallEvent.CallbackAgreed);
        Assert.Equal(Urgency.U1, call.State.Urgency);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_hang_up_before_the_agreement_leaves_only_its_event(int keysBefore)
    {
        var call = TestCall.Dial().Press([.. new[] { "3", "1", "1", "1", "1" }.Take(keysBefore + 1)]);
        call.ForgetEvents();

        call.HangUp();

        Assert.IsType<CallEvent.CallerHungUp>(Assert.Single(call.Events));
        Assert.Empty(call.FollowUps);
    }

    [Fact]
    public void A_hang_up_after_the_agreement_loses_nothing()
    {
        var call = Registered().HangUp();

        Assert.Equal(new FollowUp.OpenCase(CaseDue.Now), Assert.Single(call.Turn.FollowUps));
        Assert.Equal(Line.Reference, call.State.Reference);
    }

    [Fact]
    public void The_quick_exit_keeps_a_registered_callback_and_forgets_an_unfinished_one()
    {
        Assert.Equal(new FollowUp.OpenCase(CaseDue.Now), Assert.Single(Registered().Press("8").Turn.FollowUps));

        var unfinished = TestCall.Dial().Press("3", "1", "1", "1", "8");
        Assert.Empty(unfinished.FollowUps);
        Assert.Equal(CallbackDraft.Empty, unfinished.State.Callback);
    }

    [Fact]
    public void One_call_registers_one_callback()
    {
        var call = Registered().Press("0", "3").LeavesQueue(QueueExit.Left);

        Assert.Equal(StepName.CallbackConfirmed, call.Step);
        Assert.Single(call.Events.OfType<CallEvent.CallbackAgreed>());
    }

    [Fact]
    public void A_caller_who_stops_at_the_number_is_back_at_the_menu_with_nothing_kept()
    {
        var call = TestCall.Dial().Press("3", "1", "3");

        Assert.Equal(StepName.MainMenu, call.Step);
        Assert.Equal(CallbackDraft.Empty, call.State.Callback);
    }

    internal static TestCall Registered(LineFacts? facts = null) => TestCall.Dial(facts).Press("3", "1", "1", "1", "1", "1");
}
