using System.Text;
using Hotline.Twilio.Twiml;

namespace Hotline.Sandbox.Network.Verbs;

/// <summary>Takes keys or speech (Twilio contract §1.2, §4).</summary>
internal static class GatherVerb
{
    public static async Task<Step> RunAsync(CallRun run, RunningDocument document, Gather gather)
    {
        var signal = await HearPromptsAsync(run, document, gather);
        var patience = TimeSpan.FromSeconds(gather.Timeout ?? 5);
        var keys = new StringBuilder();
        for (; ; signal = null)
        {
            signal ??= await run.ReceiveAsync(CallActivity.Listening, patience);
            switch (signal)
            {
                case { Interrupts: true }:
                    return new Step.Interrupted(signal);
                case Signal.Key { Pressed: var key } when Takes(gather, GatherInput.Dtmf):
                    if ((gather.FinishOnKey ?? "#").Contains(key, StringComparison.Ordinal))
                        return Keyed(run, document, gather, keys.ToString(), key.ToString());
                    if (keys.Append(key).Length == gather.NumDigits)
                        return Keyed(run, document, gather, keys.ToString(), "");
                    break;
                case Signal.Spoken { Text: var text } when Takes(gather, GatherInput.Speech) && keys.Length is 0:
                    return run.Action(document, gather.Action, gather.Method,
                        [("SpeechResult", text), ("Confidence", "0.92"), ("Language", gather.Language ?? "en-US")]);
                case Signal.Silence or Signal.TimedOut:
                    return Nothing(run, document, gather, keys.ToString());
            }
        }
    }

    /// <summary>Keys and speech cut the prompts short, unless the document forbids it.</summary>
    private static async Task<Signal?> HearPromptsAsync(CallRun run, RunningDocument document, Gather gather)
    {
        foreach (var prompt in gather.Prompts)
        {
            if (await PromptVerb.HearAsync(run, document, prompt, listening: gather.BargeIn ?? true) is { } signal)
                return signal;
        }

        return null;
    }

    private static Step Nothing(CallRun run, RunningDocument document, Gather gather, string keys)
    {
        if (keys.Length > 0)
            return Keyed(run, document, gather, keys, "");
        if (gather.ActionOnEmptyResult is not true)
            return new Step.Continue();
        return Takes(gather, GatherInput.Dtmf)
            ? Keyed(run, document, gather, "", "")
            : run.Action(document, gather.Action, gather.Method, [("SpeechResult", "")]);
    }

    /// <summary>The field msg is not documented, and is sent and signed all the same.</summary>
    private static Step Keyed(CallRun run, RunningDocument document, Gather gather, string keys, string finishedOn) =>
        run.Action(document, gather.Action, gather.Method, [("Digits", keys), ("FinishedOnKey", finishedOn), ("msg", "Gather End")]);

    private static bool Takes(Gather gather, GatherInput input) => gather.Input.IsEmpty ? input is GatherInput.Dtmf : gather.Input.Contains(input);
}
