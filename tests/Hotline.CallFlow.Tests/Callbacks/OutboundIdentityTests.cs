using CsCheck;
using Hotline.CallFlow.Callbacks;

namespace Hotline.CallFlow.Tests.Callbacks;

public sealed class OutboundIdentityTests
{
    [Fact]
    public void The_right_digits_lead_to_the_counselor()
    {
        var call = new OutboundCall();

        Assert.Equal(["outbound.open"], call.Hears);
        Assert.Equal(["outbound.verify"], call.Presses("1").Hears);
        Assert.Equal(Listen.Number, Assert.IsType<OutboundReply.Ask>(call.Reply).Listen);
        Assert.Equal(["outbound.verified"], call.Presses("8263").Hears);
        Assert.Equal(["queue.connecting"], call.Presses("1").Hears);
        Assert.IsType<OutboundReply.Connect>(call.Reply);
        Assert.Equal(AttemptResult.Reached, call.State.Result);
    }

    [Theory]
    [InlineData("40718263")]
    [InlineData("8263#")]
    [InlineData("99*8263")]
    public void The_whole_reference_a_finishing_key_and_a_fresh_start_are_understood(string keys)
    {
        Assert.Equal(["outbound.verified"], new OutboundCall().Presses("1", keys).Hears);
    }

    [Theory]
    [InlineData("263")]
    [InlineData("18263")]
    [InlineData("4071")]
    [InlineData("99998263")]
    public void Anything_else_is_wrong(string keys)
    {
        Assert.Equal(["outbound.verify.again"], new OutboundCall().Presses("1", keys).Hears);
    }

    [Fact]
    public void Two_wrong_tries_are_forgiven_and_the_third_ends_the_call()
    {
        Assert.Equal(["outbound.verified"], new OutboundCall().Presses("1", "1111", "2222", "8263").Hears);

        var call = new OutboundCall().Presses("1", "1111", "2222", "3333");

        Assert.Equal(["outbound.verify.failed"], call.Hears);
        Assert.Equal(AttemptResult.Unverified, call.Ended());
    }

    [Fact]
    public void Who_does_not_know_the_reference_hears_how_to_reach_us_without_a_name()
    {
        var call = new OutboundCall().Presses("1", "0");

        Assert.Equal(["outbound.verify.failed"], call.Hears);
        Assert.Equal(AttemptResult.Unverified, call.Ended());
    }

    [Fact]
    public void Later_is_later_before_and_after_the_check()
    {
        var before = new OutboundCall().Presses("2");
        var after = new OutboundCall().Presses("1", "8263", "2");

        Assert.Equal(["outbound.later"], before.Hears);
        Assert.Equal(AttemptResult.Later, before.Ended());
        Assert.Equal(["outbound.later"], after.Hears);
        Assert.Equal(AttemptResult.Later, after.Ended());
    }

    [Fact]
    public void The_wrong_person_is_promised_not_to_be_called_again()
    {
        var call = new OutboundCall().Presses("3");

        Assert.Equal(["outbound.wrong"], call.Hears);
        Assert.Equal(AttemptResult.WrongPerson, call.Ended());
    }

    [Fact]
    public void Silence_from_the_beginning_ends_without_another_word()
    {
        var call = new OutboundCall().SaysNothing();

        Assert.Equal(["outbound.open"], call.Hears);
        Assert.Empty(call.SaysNothing().Hears);
        Assert.Equal(AttemptResult.Unverified, call.Ended());
    }

    [Fact]
    public void Silence_after_a_key_is_asked_once_more_and_then_ends_with_later()
    {
        var asked = new OutboundCall().Presses("1").SaysNothing();
        var verified = new OutboundCall().Presses("1", "8263").SaysNothing();

        Assert.Equal(["outbound.verify"], asked.Hears);
        Assert.Equal(["outbound.later"], asked.SaysNothing().Hears);
        Assert.Equal(AttemptResult.Unverified, asked.Ended());
        Assert.Equal(["outbound.verified"], verified.Hears);
        Assert.Equal(AttemptResult.Later, verified.SaysNothing().Ended());
    }

    [Fact]
    public void A_key_outside_the_menu_is_said_and_forgiven_once()
    {
        var call = new OutboundCall().Presses("7");

        Assert.Equal(["input.invalid", "outbound.open"], call.Hears);
        Assert.Equal(["outbound.later"], call.Presses("0").Hears);
        Assert.Equal(AttemptResult.Unverified, call.Ended());
    }

    [Theory]
    [InlineData]
    [InlineData("1")]
    [InlineData("1", "8263")]
    public void Eight_leaves_from_everywhere_with_words_that_tell_nothing(params string[] before)
    {
        var call = new OutboundCall().Presses(before).Presses("8");

        Assert.Equal(["exit.cover"], call.Hears);
        Assert.Equal(AttemptResult.Later, call.Ended());
    }

    [Theory]
    [InlineData("outbound.open")]
    [InlineData("outbound.verify", "1")]
    [InlineData("outbound.verify.again", "1", "1111")]
    [InlineData("outbound.verified", "1", "8263")]
    public void Star_repeats_as_often_as_wanted(string prompt, params string[] before)
    {
        Assert.Equal([prompt], new OutboundCall().Presses(before).Presses("*", "*", "*").Hears);
    }

    [Fact]
    public void Zero_after_the_check_is_a_counselor_too()
    {
        Assert.IsType<OutboundReply.Connect>(new OutboundCall().Presses("1", "8263", "0").Reply);
    }

    [Fact]
    public void Hanging_up_is_later_for_the_caller_and_unverified_for_anybody_else()
    {
        Assert.Equal(AttemptResult.Unverified, new OutboundCall().HangsUp().Ended());
        Assert.Equal(AttemptResult.Unverified, new OutboundCall().Presses("1").HangsUp().Ended());
        Assert.Equal(AttemptResult.Later, new OutboundCall().Presses("1", "8263").HangsUp().Ended());
    }

    [Fact]
    public void A_short_reference_matches_nothing()
    {
        var verifying = new OutboundState(OutboundStep.Verifying);

        Assert.Equal(OutboundStep.Verifying, OutboundIdentity.Hear(verifying, new CallerInput.Keyed("8263"), "8263").State.At);
    }

    [Fact]
    public void Whatever_is_pressed_the_centre_is_named_and_connected_only_after_the_right_digits()
    {
        var keys = Gen.OneOf("1", "2", "3", "0", "8", "*", "#", "7", "", "1234", "8263", "40718263", "0718").Select(CallerInput (pressed) => new CallerInput.Keyed(pressed));
        var input = Gen.Frequency((6, keys), (1, Gen.Const<CallerInput>(new CallerInput.Silent())), (1, Gen.Const<CallerInput>(new CallerInput.Spoke("네"))));

        input.Array[0, 12].Sample(inputs =>
        {
            var call = new OutboundCall().Presses("1");
            var proven = false;
            foreach (var each in inputs)
            {
                var verifying = call.State is { At: OutboundStep.Verifying, Result: null };
                proven |= verifying && each is CallerInput.Keyed { Keys: "8263" or "40718263" };
                call.Does(each);

                Assert.True(proven || !call.Hears.Contains("outbound.verified", StringComparer.Ordinal));
                Assert.True(proven || call.Reply is not OutboundReply.Connect);
            }
        });
    }

    [Fact]
    public void Whatever_happens_the_result_is_never_changed_and_the_call_ends_for_good()
    {
        var input = Gen.OneOf<CallerInput>(
            new CallerInput.Keyed("1"), new CallerInput.Keyed("2"), new CallerInput.Keyed("3"), new CallerInput.Keyed("8263"), new CallerInput.Silent(), new CallerInput.HungUp());

        input.Array[0, 12].Sample(inputs =>
        {
            var call = new OutboundCall();
            foreach (var each in inputs)
            {
                var before = call.State;
                call.Does(each);

                if (before.Result is not { } result)
                    continue;
                Assert.Equal(before, call.State);
                Assert.Empty(call.Hears);
                Assert.Equal(result, call.Ended());
            }
        });
    }

    [Fact]
    public void Silence_and_wrong_keys_always_come_to_an_end()
    {
        var input = Gen.OneOf<CallerInput>(new CallerInput.Silent(), new CallerInput.Keyed("7"), new CallerInput.Keyed("5555"), new CallerInput.Spoke("여보세요"));

        input.Array[12].Sample(inputs => Assert.NotNull(inputs.Aggregate(new OutboundCall().Presses("1"), (call, each) => call.Does(each)).State.Result));
    }
}
