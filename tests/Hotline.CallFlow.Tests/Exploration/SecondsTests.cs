using Hotline.CallFlow.Speech;
using Hotline.Web.Prompts;
using Xunit.Abstractions;

namespace Hotline.CallFlow.Tests.Exploration;

/// <summary>How long a frightened caller has to listen (DOMAIN T1, §6.3), by the formula for the speaking voice.</summary>
public sealed class SecondsTests(ITestOutputHelper output)
{
    private static readonly PromptCatalogue Prompts = PromptCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "prompts"), []);

    [Fact]
    public void The_first_prompt_ends_within_16_seconds_and_the_whole_opening_within_45()
    {
        var opening = TestCall.Dial().Hears;

        output.WriteLine($"first prompt {Seconds([opening[0]]):0.0} s, opening {Seconds(opening):0.0} s");
        Assert.True(Seconds([opening[0]]) <= 16);
        Assert.True(Seconds(opening) <= 45);
    }

    [Fact]
    public void A_counselor_is_named_within_12_seconds()
    {
        var sentences = Text(TestCall.Dial().Hears[0]).Split('.', StringSplitOptions.RemoveEmptyEntries);
        var named = Array.FindIndex(sentences, sentence => sentence.Contains("영 번", StringComparison.Ordinal));

        Assert.True(SpokenLength.OfKorean(string.Join('.', sentences.Take(named + 1)) + ".").TotalSeconds <= 12);
    }

    [Fact]
    public void A_caller_who_presses_nothing_talks_to_somebody_within_the_bound()
    {
        var (call, waits) = (TestCall.Dial(), 0.0);
        while (!call.State.InQueue)
        {
            waits += Seconds(call.Hears) + Assert.IsType<Reply.Ask>(call.Turn.Reply).Patience.TotalSeconds;
            call.Silent();
        }

        output.WriteLine($"{waits + Seconds(call.Hears):0.0} s without a key");
        Assert.True(waits + Seconds(call.Hears) <= 120);
    }

    private static double Seconds(IEnumerable<Utterance> says) => says.Sum(said => SpokenLength.OfKorean(Text(said)).TotalSeconds);

    private static string Text(Utterance said) => said is Prompt prompt ? Prompts.Text(prompt.Key, Language.Korean, prompt.Values) : "";
}
