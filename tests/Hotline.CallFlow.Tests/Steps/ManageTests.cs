namespace Hotline.CallFlow.Tests.Steps;

public sealed class ManageTests
{
    private const string Earlier = "83610471";

    [Fact]
    public void A_shared_telephone_reveals_nothing_about_an_earlier_callback()
    {
        var second = TestCall.Dial();

        Assert.Equal(TestCall.Dial(caller: Line.Withheld).Prompts, second.Prompts);
        Assert.Equal(["callback.manage"], second.Press("2", "2", "2").Prompts);
    }

    [Fact]
    public void The_shell_is_asked_for_the_reference_and_nothing_else()
    {
        var turn = Flow.Advance(TestCall.Dial().Press("2", "2", "2").State, new CallerInput.Keyed(Earlier), Line.Open);

        Assert.Equal(new Question.FindCallback(Earlier), turn.Question);
    }

    [Fact]
    public void An_unknown_reference_a_closed_one_and_a_wrong_length_sound_the_same()
    {
        var unknown = Entering().Enter("11112222");
        var tooShort = Entering().Enter("1111");

        Assert.Equal(["callback.manage.notfound", "callback.manage"], unknown.Prompts);
        Assert.Equal(unknown.Prompts, tooShort.Prompts);
    }

    [Fact]
    public void Three_failed_references_lead_to_a_counselor()
    {
        var call = Entering().Enter("11112222").Enter("11113333").Enter("11114444");

        Assert.Equal(["entry.toomany", "queue.enter"], call.Prompts);
    }

    [Fact]
    public void What_was_typed_before_a_star_does_not_count()
    {
        Assert.Equal(StepName.ManageMenu, Entering().Enter("999*" + Earlier).Step);
    }

    [Fact]
    public void The_time_is_changed_with_three_keys()
    {
        var call = Managing().Press("1", "2", "1");

        var moved = Assert.Single(call.Turn.Events.OfType<CallEvent.CallbackMoved>());
        Assert.Equal(Earlier, moved.Reference);
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.FromHours(9)), moved.Window.From);
        Assert.Equal("callback.changed", call.Prompts.First());
        Assert.DoesNotContain(call.Events, happened => happened is CallEvent.CallbackAgreed);
    }

    [Fact]
    public void Cancelling_withdraws_the_case()
    {
        var call = Managing().Press("2", "1");

        Assert.Contains(new CallEvent.CallbackCancelled(Earlier), call.Turn.Events);
        Assert.Equal(new FollowUp.WithdrawCase(Earlier), Assert.Single(call.Turn.FollowUps));
        Assert.Equal("callback.cancelled", call.Prompts.First());
    }

    [Fact]
    public void A_message_is_deleted_with_two_keys_and_only_where_there_is_one()
    {
        var call = Managing().Press("3", "1");

        Assert.Contains(new CallEvent.MessageTakenBack(null, Earlier), call.Turn.Events);
        Assert.Equal("input.invalid", Managing(hasMessage: false).Press("3").Prompts.First());
    }

    [Fact]
    public void Looking_and_leaving_changes_nothing()
    {
        var call = Managing().Press("2", "2", "#").HangUp();

        Assert.DoesNotContain(call.Events, happened => happened is CallEvent.CallbackCancelled or CallEvent.CallbackMoved or CallEvent.MessageTakenBack);
        Assert.Empty(call.FollowUps);
    }

    [Fact]
    public void After_hours_the_reference_is_three_keys_away_too()
    {
        Assert.Equal(StepName.ManageMenu, TestCall.Dial(Line.Closed).Knowing(Earlier).Press("3").Enter(Earlier).Step);
    }

    private static TestCall Entering() => TestCall.Dial().Knowing(Earlier, hasMessage: true).Press("2", "2", "2");

    private static TestCall Managing(bool hasMessage = true) => TestCall.Dial().Knowing(Earlier, hasMessage).Press("2", "2", "2").Enter(Earlier);
}
