using System.Collections.Immutable;
using Hotline.CallFlow.Speech;

namespace Hotline.CallFlow.Steps;

/// <summary>The chosen time read back. For a callback that is managed, this moves it.</summary>
internal sealed class CallbackConfirmWindowStep : Step
{
    internal override ImmutableArray<string> Outcomes => ["confirmed", "moved"];

    internal override Reply Speak(CallState state, LineFacts facts)
    {
        var window = state.Callback.Window!;
        return Ask(state, With(window.AsSoonAsPossible ? "callback.window.confirm.soon" : "callback.window.confirm", window, facts));
    }

    internal override Move Press(CallerInput.Keyed keyed, CallState state, LineFacts facts) => keyed.Keys switch
    {
        "1" when state is { ManagedReference: { } reference, Callback.Window: { } window } => new Move.Take("moved")
        {
            Events = [new CallEvent.CallbackMoved(reference, window)],
            Says = [With("callback.changed", window, facts)],
        },
        "1" => new Move.Take("confirmed"),
        _ => new Move.Take(keyed.Keys),
    };

    private static Prompt With(string prompt, SafeWindow window, LineFacts facts) =>
        new Prompt(prompt).With("window", new Spoken.Window(window.From, window.To, facts.Now));
}
