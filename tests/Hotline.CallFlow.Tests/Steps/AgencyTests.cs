namespace Hotline.CallFlow.Tests.Steps;

public sealed class AgencyTests
{
    [Fact]
    public void Emergency_numbers_are_never_dialled_whatever_the_table_says()
    {
        Assert.All(["police", "fire"], key => Assert.False(Line.Open.Agencies[key].CanTransferAt(Line.Open.Now)));
    }

    [Fact]
    public void An_agency_without_a_dial_string_is_only_named()
    {
        var call = TestCall.Dial().Press("4", "1");

        Assert.Equal(["info.police", "transfer.point"], call.Prompts);
        Assert.Equal("input.invalid", call.Press("1").Prompts.First());
    }

    [Fact]
    public void An_agency_that_is_closed_now_is_not_offered()
    {
        var evening = Line.Open with { Now = Line.Tuesday14.AddHours(6), Hours = Hotline.CallFlow.Hours.OpeningHours.Always };

        var call = TestCall.Dial(evening).Press("4", "2");

        Assert.Equal(["info.legal", "transfer.closed"], call.Prompts);
        Assert.Equal("input.invalid", call.Press("1").Prompts.First());
    }

    [Fact]
    public void A_transfer_is_written_down_from_start_to_end()
    {
        var call = TestCall.Dial().Press("4", "4", "1");
        Assert.Equal("+8221377", Assert.IsType<Reply.Transfer>(call.Turn.Reply).DialString);
        Assert.Contains(new CallEvent.TransferStarted("kcsc"), call.Turn.Events);

        call.Send(new CallerInput.TransferEnded(Connected: true));

        Assert.Contains(new CallEvent.TransferFinished("kcsc", Connected: true), call.Turn.Events);
        Assert.IsType<Reply.Goodbye>(call.Turn.Reply);
    }

    [Fact]
    public void A_failed_transfer_speaks_the_number_and_leads_on()
    {
        var call = TestCall.Dial().Press("4", "5", "2").Send(new CallerInput.TransferEnded(Connected: false));

        var prompt = Assert.Single(call.Hears.OfType<Prompt>());
        Assert.Equal("transfer.fail", prompt.Key);
        Assert.Equal("일일칠", prompt.Values["agencyDigits"].In(Language.Korean));
        Assert.Equal("+822117", Assert.IsType<Reply.Transfer>(call.Press("1").Turn.Reply).DialString);
    }

    [Fact]
    public void Danger_is_told_how_to_reach_112_and_goes_on_to_a_counselor_without_a_key()
    {
        var call = TestCall.Dial().Press("1", "1");
        Assert.Equal(["emergency.advice"], call.Prompts);
        Assert.Contains(new CallEvent.UrgencyRaised(Urgency.U0, "physical-danger"), call.Turn.Events);

        call.Silent();

        Assert.True(call.State.InQueue);
    }

    [Fact]
    public void Urgency_is_never_lowered_by_what_is_pressed_later()
    {
        var call = TestCall.Dial().Press("1", "1", "#", "#", "1");

        Assert.Equal(Urgency.U0, call.State.Urgency);
        Assert.Equal([Urgency.U1, Urgency.U0], call.Events.OfType<CallEvent.UrgencyRaised>().Select(raised => raised.To));
    }
}
