namespace Hotline.CallFlow.Tests;

public sealed class GlobalKeysTests
{
    [Theory]
    [InlineData("상담원", '0')]
    [InlineData("상담원 바꿔 주세요.", '0')]
    [InlineData("Counselor, please", '0')]
    [InlineData("다시", '*')]
    [InlineData("다시 말해 주세요", '*')]
    [InlineData("repeat", '*')]
    [InlineData("그만", '8')]
    [InlineData("Stop.", '8')]
    [InlineData("그만하라고 했는데 계속 보내요", null)]
    [InlineData("he will not stop", null)]
    [InlineData("네", null)]
    public void Few_words_stand_for_keys_and_a_sentence_never_ends_the_call(string words, char? key)
    {
        Assert.Equal(key, GlobalKeys.Of(words));
    }

    [Theory]
    [InlineData("0", StepName.Waiting)]
    [InlineData("12*0", StepName.Waiting)]
    [InlineData("8", StepName.QuickExit)]
    [InlineData("*8", StepName.QuickExit)]
    [InlineData("", StepName.CallbackNumber)]
    [InlineData("#", StepName.CallbackNumber)]
    [InlineData("010*", StepName.CallbackEnterNumber)]
    [InlineData("9", StepName.CallbackEnterNumber)]
    public void In_a_number_entry_the_global_keys_work_alone(string keys, StepName leadsTo)
    {
        Assert.Equal(leadsTo, TestCall.Dial().Press("3", "1", "2").Enter(keys).Step);
    }

    [Fact]
    public void A_printed_input_shows_no_keys()
    {
        Assert.DoesNotContain("0000", new CallerInput.Keyed("01000001234", "+821000001234").ToString(), StringComparison.Ordinal);
    }
}
