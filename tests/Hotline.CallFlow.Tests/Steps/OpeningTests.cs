namespace Hotline.CallFlow.Tests.Steps;

public sealed class OpeningTests
{
    [Fact]
    public void The_opening_greets_offers_english_promises_confidence_and_asks_in_one_listening()
    {
        var call = TestCall.Dial();

        var ask = Assert.IsType<Reply.Ask>(call.Turn.Reply);
        Assert.Equal(["greeting.open", "language.offer", "privacy.notice", "menu.main"], call.Prompts);
        Assert.Equal(Listen.OneKey, ask.Listen);
        Assert.Equal(TimeSpan.FromSeconds(7), ask.Patience);
    }

    [Fact]
    public void English_is_offered_in_english_to_a_caller_whose_call_is_korean()
    {
        var offer = TestCall.Dial().Hears.OfType<Prompt>().Single(prompt => prompt.Key == "language.offer");

        Assert.Equal(Language.English, offer.In);
    }

    [Fact]
    public void Key_9_speaks_the_opening_again_in_english()
    {
        var call = TestCall.Dial().Press("9");

        Assert.Equal(Language.English, call.State.Language);
        Assert.Equal(["language.chosen", "greeting.open", "language.more", "privacy.notice", "menu.main"], call.Prompts);
        Assert.Contains(new CallEvent.LanguageChosen(Language.English), call.Events);
    }

    [Fact]
    public void Key_9_speaks_the_closed_greeting_again_in_english()
    {
        var call = TestCall.Dial(Line.Closed).Press("9");

        Assert.Equal(Language.English, call.State.Language);
        Assert.Contains("greeting.closed", call.Prompts);
    }

    [Fact]
    public void A_discreet_line_never_says_the_centres_name_before_the_caller_chose_anything()
    {
        Assert.Equal("greeting.open.discreet", TestCall.Dial(Line.Open with { DiscreetGreeting = true }).Prompts.First());
        Assert.Contains("greeting.closed.discreet", TestCall.Dial(Line.Closed with { DiscreetGreeting = true }).Prompts);
        Assert.Contains("greeting.open.discreet", TestCall.Dial(Line.Open with { DiscreetGreeting = true }, Line.Relay).Prompts);
    }

    [Fact]
    public void In_a_surge_the_wait_is_announced_and_the_menu_is_short()
    {
        Assert.Equal(
            ["greeting.open", "language.offer", "privacy.notice", "greeting.surge", "menu.main.short"],
            TestCall.Dial(Line.Open with { Surge = true }).Prompts);
    }

    [Fact]
    public void A_call_through_the_relay_is_given_three_times_the_time()
    {
        var call = TestCall.Dial(caller: Line.Relay);

        Assert.Equal(TimeSpan.FromSeconds(21), Assert.IsType<Reply.Ask>(call.Turn.Reply).Patience);
        Assert.Equal("greeting.open.relay", call.Prompts.First());
    }

    [Fact]
    public void On_a_holiday_help_comes_first_and_then_its_name_and_the_next_opening()
    {
        var call = TestCall.Dial(Line.Holiday);

        Assert.Equal(["greeting.closed", "greeting.holiday", "closed.manage", "language.offer"], call.Prompts);
        var holiday = Assert.IsType<Prompt>(call.Hears[1]);
        Assert.Equal("greeting.holiday", holiday.Key);
        Assert.Equal("기독탄신일", holiday.Values["holidayName"].In(Language.Korean));
        Assert.Contains("십이월 이십팔일", holiday.Values["nextOpen"].In(Language.Korean), StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_presses_redial_after_a_call_was_cut_off_hears_what_everybody_hears()
    {
        Assert.All([Line.Open, Line.NobodyOnDuty, Line.Closed], line =>
        {
            var (redial, first) = (TestCall.Dial(line with { CutOffBefore = true }), TestCall.Dial(line));

            Assert.Equal(first.Hears.ToList(), redial.Hears.ToList());
            Assert.Equal(first.Step, redial.Step);
            Assert.Equal(first.Events, redial.Events);
        });
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1", "0")]
    [InlineData("2", "1")]
    [InlineData("3", "0")]
    [InlineData("7", "7", "7")]
    public void A_caller_who_was_cut_off_enters_the_line_at_its_head_whatever_the_way_and_hears_nothing_of_it(params string[] keys)
    {
        var redial = TestCall.Dial(Line.Open with { CutOffBefore = true });
        redial.Facts = Line.Open;
        redial.Press(keys);

        Assert.Equal(TestCall.Dial().Press(keys).Hears.ToList(), redial.Hears.ToList());
        Assert.Equal(new CallEvent.QueueEntered(AfterCutOff: true), Assert.Single(redial.Events.OfType<CallEvent.QueueEntered>()));
    }

    [Fact]
    public void A_caller_who_was_cut_off_and_leaves_the_line_for_a_moment_comes_back_to_its_head()
    {
        var redial = TestCall.Dial(Line.Open with { CutOffBefore = true });
        redial.Facts = Line.Open;

        redial.Press("0", "3").LeavesQueue(QueueExit.Left).Press("0");

        Assert.Equal([true, true], redial.Events.OfType<CallEvent.QueueEntered>().Select(entered => entered.AfterCutOff));
    }

    [Fact]
    public void Nobody_else_goes_to_the_head_of_the_line()
    {
        Assert.Equal(new CallEvent.QueueEntered(AfterCutOff: false), Assert.Single(TestCall.Dial().Press("0").Events.OfType<CallEvent.QueueEntered>()));
    }

    [Fact]
    public void A_line_that_closes_while_the_caller_listens_says_so_instead_of_promising_a_counselor()
    {
        var call = TestCall.Dial();
        call.Facts = Line.Closed;

        call.Press("0");

        Assert.Equal(["closed.choices", "closed.manage"], call.Prompts);
    }
}
