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
    public void Leaving_and_coming_back_gives_no_further_tries()
    {
        var call = Entering().Enter("11112222").Enter("11113333").Press("#", "2", "2", "2").Enter("11114444");

        Assert.Equal(["entry.toomany", "queue.enter"], call.Prompts);
        Assert.Equal(3, call.Events.OfType<CallEvent.ReferenceNotFound>().Count());
    }

    [Fact]
    public void After_three_failures_a_right_reference_is_not_looked_up_and_sounds_like_a_wrong_one()
    {
        var (right, wrong) = (Exhausted().Enter(Earlier), Exhausted().Enter("11115555"));

        Assert.Equal(["entry.toomany", "queue.enter"], right.Prompts);
        Assert.Equal(wrong.Prompts, right.Prompts);
        Assert.False(right.State.Managing);
        Assert.Empty(right.Events.OfType<CallEvent.ReferenceNotFound>());
    }

    [Fact]
    public void A_reference_that_is_known_buys_no_further_guesses()
    {
        var call = Entering().Enter("11112222").Enter(Earlier).Press("#", "2", "2", "2").Enter("11113333");

        Assert.Equal(["entry.toomany", "queue.enter"], call.Prompts);
    }

    [Fact]
    public void Failed_references_lead_to_1366_when_no_counselor_is_there()
    {
        var call = TestCall.Dial(Line.Closed).Press("3").Enter("11112222").Enter("11113333").Enter("11114444");

        Assert.Equal(["entry.toomany.closed", "transfer.notice"], call.Prompts);
        Assert.Equal("+8221366", Assert.IsType<Reply.Transfer>(call.Turn.Reply).DialString);
    }

    [Fact]
    public void A_failed_look_up_is_written_down_and_a_wrong_length_is_none()
    {
        Assert.Single(Entering().Enter("11112222").Events.OfType<CallEvent.ReferenceNotFound>());
        Assert.Empty(Entering().Enter("1111").Events.OfType<CallEvent.ReferenceNotFound>());
        Assert.Empty(Entering().Enter(Earlier).Events.OfType<CallEvent.ReferenceNotFound>());
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

    /// <summary>All tries are used up, and the caller asks once more: out of the line, back to the menu, and in again.</summary>
    private static TestCall Exhausted()
    {
        var call = Entering().Enter("11112222").Enter("11113333").Enter("11114444").Press("3").LeavesQueue(QueueExit.Left).Press("#", "2", "2", "2");
        Assert.Equal(["callback.manage"], call.Prompts);
        call.ForgetEvents();
        return call;
    }

    private static TestCall Managing(bool hasMessage = true) => TestCall.Dial().Knowing(Earlier, hasMessage).Press("2", "2", "2").Enter(Earlier);
}
