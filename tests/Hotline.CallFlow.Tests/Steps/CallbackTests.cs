namespace Hotline.CallFlow.Tests.Steps;

public sealed class CallbackTests
{
    [Fact]
    public void A_caller_gets_a_callback_with_seven_keys_and_hears_the_reference_in_the_turn_that_commits_it()
    {
        var call = TestCall.Dial().Press("3", "1", "1", "1", "1");
        Assert.Equal(StepName.CallbackMessagePermission, call.Step);
        Assert.DoesNotContain(call.Events, happened => happened is CallEvent.CallbackAgreed);

        call.Press("1");

        var agreed = Assert.Single(call.Turn.Events.OfType<CallEvent.CallbackAgreed>());
        Assert.Equal(Line.Reference, agreed.Reference);
        Assert.Equal(Line.Mobile, agreed.Draft.Number);
        Assert.Equal(new FollowUp.OpenCase(CaseDue.SafetyNet), Assert.Single(call.Turn.FollowUps));
        Assert.Equal(["callback.answerOther", "callback.confirmed", "callback.reason.offer"], call.Prompts);

        call.Press("2");

        Assert.Equal(["callback.skipped", "goodbye", "goodbye.safety"], call.Prompts);
        Assert.IsType<Reply.Goodbye>(call.Turn.Reply);
        Assert.Equal(new FollowUp.OpenCase(CaseDue.Now), Assert.Single(call.Turn.FollowUps));
    }
}
