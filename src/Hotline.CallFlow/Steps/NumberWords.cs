using Hotline.CallFlow.Speech;

namespace Hotline.CallFlow.Steps;

/// <summary>A number read back: whole, or its last four digits where others may listen (DOMAIN T17).</summary>
internal static class NumberWords
{
    public static Prompt ReadBack(string prompt, string number, LineFacts facts) => facts.ReadBackLastFour
        ? new Prompt(prompt + ".lastFour").With("phoneDigits", new Spoken.PhoneLastFour(number))
        : new Prompt(prompt).With("phoneDigits", new Spoken.Phone(number));
}
