using System.Collections.Immutable;
using Hotline.CallFlow.Speech;

namespace Hotline.CallFlow.Steps;

/// <summary>What we keep, how long and what for, and the choice; a refusal costs nothing (PIPA §15②, §16; DOMAIN L1-L3).</summary>
internal sealed class CallbackConsentStep : Step
{
    internal override ImmutableArray<string> Outcomes => ["registered", "agreed", "refused", "outside"];

    // 0 is the refusal here, and it is written down.
    internal override bool Owns(char key) => key is GlobalKeys.Counselor or GlobalKeys.Languages;

    internal override string? PassOn(CallState state, LineFacts facts) => state.Reference is null ? null : "registered";

    internal override Arrival Arrive(CallState state, LineFacts facts) => new(Fresh.Of(state));

    internal override Reply Speak(CallState state, LineFacts facts) => Ask(
        state,
        new Prompt("callback.intro"),
        new Prompt(facts.CanReachCounselor ? "privacy.detail" : "privacy.detail.closed").With("retention", new Spoken.Days(facts.RetentionDays)),
        new Prompt(Asked(facts)));

    internal override Move Press(CallerInput.Keyed keyed, CallState state, LineFacts facts) => keyed.Keys is "1"
        ? new Move.Take("agreed") { Events = [new CallEvent.ConsentGiven(ConsentKind.Number, Asked(facts), keyed.Keys)] }
        : new Move.Take(facts.CanReachCounselor ? "refused" : "outside") { Events = [new CallEvent.ConsentRefused(ConsentKind.Number, Asked(facts))] };

    private static string Asked(LineFacts facts) => facts.CanReachCounselor ? "privacy.consent" : "privacy.consent.closed";
}
