using Hotline.Twilio.Twiml;

namespace Hotline.Sandbox.Network.Verbs;

/// <summary>Say, Play and Pause: heard, in the time that they take.</summary>
internal static class PromptVerb
{
    private static readonly TimeSpan SoundFile = TimeSpan.FromSeconds(5);

    public static async Task<Step> RunAsync(CallRun run, RunningDocument document, Prompt prompt)
    {
        // A pause at the very beginning delays the answer.
        var interrupt = await HearAsync(run, document, prompt, listening: false);
        run.Answer();
        foreach (var lost in run.Call.Mailbox.Drop(signal => signal is Signal.Key or Signal.Spoken).OfType<Signal.Key>())
            run.Call.LostKeys += lost.Pressed;
        return interrupt is null ? new Step.Continue() : new Step.Interrupted(interrupt);
    }

    /// <summary>What stopped it; null when it was heard to its end.</summary>
    public static async Task<Signal?> HearAsync(CallRun run, RunningDocument document, Prompt prompt, bool listening)
    {
        var line = Line(run.Call, document, prompt);
        run.Call.Hear(line);
        return await run.PassAsync(line.Length, listening);
    }

    public static HeardLine Line(SimulatedCall call, RunningDocument document, Prompt prompt)
    {
        var now = call.Network.Time.GetUtcNow();
        return prompt switch
        {
            Say say => new(HeardKind.Said, Speaking.Text(say.Content), say.Language, say.Voice, Speaking.Length(say.Content) * Times(say.Loop), now),
            Play { Digits: { } digits } => new(HeardKind.Tone, digits, null, null, TimeSpan.FromSeconds(0.5 * digits.Length), now),
            Play play => new(HeardKind.Played, document.Absolute(play.Url) ?? play.Url, null, null, SoundFile * Times(play.Loop), now),
            Pause pause => new(HeardKind.Silence, "", null, null, TimeSpan.FromSeconds(pause.Length ?? 1), now),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Zero is for ever, which is a thousand times at most.</summary>
    private static int Times(int? loop) => loop is 0 ? 1000 : loop ?? 1;
}
