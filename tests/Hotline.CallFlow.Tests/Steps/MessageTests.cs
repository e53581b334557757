namespace Hotline.CallFlow.Tests.Steps;

public sealed class MessageTests
{
    private static readonly TimeSpan Twenty = TimeSpan.FromSeconds(20);

    [Fact]
    public void Recording_begins_only_after_its_own_consent_and_is_looked_for_from_then_on()
    {
        var call = CallbackTests.Registered().Press("1");
        Assert.IsType<Reply.Ask>(call.Turn.Reply);

        call.Press("1");

        var record = Assert.IsType<Reply.RecordMessage>(call.Turn.Reply);
        Assert.Equal(TimeSpan.FromSeconds(120), record.MaxLength);
        Assert.Equal(TimeSpan.FromSeconds(8), record.SilenceStop);
        Assert.Equal(
            [
                new CallEvent.ConsentGiven(ConsentKind.Message, "recording.notice", "1"),
                new CallEvent.StepEntered(StepName.MessageRecord),
                new CallEvent.RecordingOffered(),
            ],
            call.Turn.Events.ToArray());
        Assert.Equal(new FollowUp.SeekMessage(), Assert.Single(call.Turn.FollowUps));
    }

    [Fact]
    public void A_message_is_kept_the_moment_it_was_recorded()
    {
        var call = Recording().Record();

        Assert.Contains(new CallEvent.MessageLeft("RE1", Twenty, Unfinished: false), call.Turn.Events);
        Assert.Equal(new FollowUp.FetchMessage("RE1"), Assert.Single(call.Turn.FollowUps));
        Assert.Equal(["callback.review"], call.Prompts);
    }

    [Fact]
    public void A_hang_up_while_speaking_keeps_what_was_said_and_opens_the_case()
    {
        var call = Recording().Record(brokenOff: true).HangUp();

        Assert.Contains(new CallEvent.MessageLeft("RE1", Twenty, Unfinished: true), call.Events);
        Assert.Contains(new FollowUp.FetchMessage("RE1"), call.FollowUps);
        Assert.Contains(new FollowUp.OpenCase(CaseDue.WithTranscript), call.FollowUps);
    }

    [Fact]
    public void Key_0_right_after_the_tone_still_means_a_counselor()
    {
        var call = Recording().Record(seconds: 0, endedBy: '0');

        Assert.True(call.State.InQueue);
        Assert.Contains(new FollowUp.OpenCase(CaseDue.WithTranscript), call.Turn.FollowUps);
    }

    [Fact]
    public void A_recording_that_is_told_of_after_the_hang_up_is_still_kept_and_only_once()
    {
        var call = Recording().HangUp();
        Assert.Equal(new FollowUp.OpenCase(CaseDue.WithTranscript), Assert.Single(call.Turn.FollowUps));

        call.Record(brokenOff: true).Record(brokenOff: true);

        Assert.Equal(new CallEvent.MessageLeft("RE1", Twenty, Unfinished: true), Assert.Single(call.Events.OfType<CallEvent.MessageLeft>()));
        Assert.IsType<Reply.Nothing>(call.Turn.Reply);
    }

    [Theory]
    [InlineData(null, 20)]
    [InlineData("RE1", 0)]
    public void Where_nothing_was_recorded_the_caller_may_try_again_or_skip(string? sid, int seconds)
    {
        var call = Recording().Record(sid, seconds);

        Assert.Equal(["callback.reason.empty"], call.Prompts);
        Assert.Contains(new FollowUp.SeekMessage(), call.Turn.FollowUps);
        Assert.DoesNotContain(call.Events, happened => happened is CallEvent.MessageLeft);
    }

    [Fact]
    public void The_caller_hears_the_message_before_deciding()
    {
        var call = Recording().Record().Press("1");

        Assert.Equal(new Playback("RE1"), call.Hears[0]);
        Assert.Equal(StepName.MessageReview, call.Step);
    }

    [Fact]
    public void Recording_again_takes_the_first_message_back()
    {
        var call = Recording().Record().Press("2");

        Assert.Contains(new CallEvent.MessageTakenBack("RE1", Line.Reference), call.Turn.Events);
        Assert.Contains(new FollowUp.DiscardMessage("RE1"), call.Turn.FollowUps);
        Assert.IsType<Reply.RecordMessage>(call.Turn.Reply);
    }

    [Fact]
    public void A_deleted_message_is_gone_and_the_callback_stays()
    {
        var call = Recording().Record().Press("3");

        Assert.Contains(new CallEvent.MessageTakenBack("RE1", Line.Reference), call.Turn.Events);
        Assert.Equal([new FollowUp.DiscardMessage("RE1"), new FollowUp.OpenCase(CaseDue.Now)], call.Turn.FollowUps.ToArray());
        Assert.Equal("callback.deleted", call.Prompts.First());
    }

    [Theory]
    [InlineData("4")]
    [InlineData("0")]
    [InlineData("8")]
    public void However_the_review_ends_the_message_goes_with_the_case(string key)
    {
        Assert.Equal(new FollowUp.OpenCase(CaseDue.WithTranscript), Assert.Single(Recording().Record().Press(key).Turn.FollowUps));
    }

    [Fact]
    public void A_hang_up_at_the_review_keeps_the_message()
    {
        var call = Recording().Record().HangUp();

        Assert.Equal(new FollowUp.OpenCase(CaseDue.WithTranscript), Assert.Single(call.Turn.FollowUps));
        Assert.DoesNotContain(call.Events, happened => happened is CallEvent.MessageTakenBack);
    }

    [Fact]
    public void Key_8_while_speaking_exits_at_once_and_keeps_what_was_said()
    {
        var call = Recording().Record(endedBy: '8');

        Assert.Equal(["exit.cover"], call.Prompts);
        Assert.Contains(new CallEvent.MessageLeft("RE1", Twenty, Unfinished: true), call.Turn.Events);
    }

    [Fact]
    public void Key_0_while_speaking_leads_to_a_counselor_and_says_that_the_message_is_kept()
    {
        var call = Recording().Record(endedBy: '0');

        Assert.Equal(["callback.saved.unfinished", "queue.enter"], call.Prompts);
    }

    [Fact]
    public void Refusing_to_be_recorded_ends_kindly_with_the_callback_in_place()
    {
        var call = CallbackTests.Registered().Press("1", "2");

        Assert.Contains(new CallEvent.ConsentRefused(ConsentKind.Message, "recording.notice"), call.Turn.Events);
        Assert.Equal("callback.skipped", call.Prompts.First());
    }

    private static TestCall Recording() => CallbackTests.Registered().Press("1", "1");
}
