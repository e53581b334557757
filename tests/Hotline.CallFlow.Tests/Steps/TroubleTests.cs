namespace Hotline.CallFlow.Tests.Steps;

public sealed class TroubleTests
{
    [Fact]
    public void A_defect_of_ours_is_an_apology_with_a_way_to_1366()
    {
        var turn = Flow.Apology();

        Assert.Equal("error.technical", Assert.IsType<Prompt>(Assert.Single(turn.Reply.Says)).Key);
        Assert.IsType<Reply.Transfer>(Flow.Advance(turn.State, new CallerInput.Keyed("1"), Line.Open).Reply);
        Assert.Equal(StepName.MainMenu, Flow.Advance(turn.State, new CallerInput.Keyed("2"), Line.Open).State.Step);
    }

    [Fact]
    public void Silence_after_the_apology_leads_to_1366()
    {
        var once = Flow.Advance(Flow.Apology().State, new CallerInput.Silent(), Line.Open);
        var twice = Flow.Advance(once.State, new CallerInput.Silent(), Line.Open);

        Assert.Equal("+8221366", Assert.IsType<Reply.Transfer>(twice.Reply).DialString);
    }

    [Fact]
    public void A_waiting_caller_keeps_the_place_through_a_defect()
    {
        var waiting = TestCall.Dial().Press("0").State;

        var turn = Flow.Apology(waiting);

        Assert.Equal(waiting, turn.State);
        Assert.IsType<Reply.KeepWaiting>(turn.Reply);
    }

    [Fact]
    public void A_defect_after_the_agreement_still_opens_the_case()
    {
        Assert.Equal(new FollowUp.OpenCase(CaseDue.Now), Assert.Single(Flow.Apology(CallbackTests.Registered().State).FollowUps));
    }

    [Fact]
    public void After_the_end_nothing_changes()
    {
        var over = TestCall.Dial().HangUp().State;

        foreach (var input in new CallerInput[] { new CallerInput.Keyed("0"), new CallerInput.Silent(), new CallerInput.HungUp(), new CallerInput.LeftQueue(QueueExit.Served) })
        {
            var turn = Flow.Advance(over, input, Line.Open);

            Assert.Equal(over, turn.State);
            Assert.IsType<Reply.Nothing>(turn.Reply);
            Assert.Empty(turn.Events);
        }
    }

    [Fact]
    public void A_scene_can_be_spoken_again_without_a_change()
    {
        var call = TestCall.Dial().Press("3", "1");

        var turn = Flow.Resume(call.State, Line.Open);

        Assert.Equal(call.State, turn.State);
        Assert.Equal(call.Hears.ToArray(), turn.Reply.Says.ToArray());
        Assert.Empty(turn.Events);
    }
}
