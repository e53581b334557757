using System.Collections.Immutable;
using Hotline.CallFlow.Speech;

namespace Hotline.CallFlow.Steps;

/// <summary>Consent to be recorded, apart from the one to keep the number (PIPA §23; DOMAIN L2).</summary>
internal sealed class MessageConsentStep : Step
{
    private const string Notice = "recording.notice";

    internal override ImmutableArray<string> Outcomes => ["agreed", "refused"];

    internal override bool FollowsAgreement => true;

    internal override Reply Speak(CallState state, LineFacts facts) =>
        Ask(state, new Prompt(Notice).With("retention", new Spoken.Days(facts.RetentionDays)));

    internal override Move Press(CallerInput.Keyed keyed, CallState state, LineFacts facts) => keyed.Keys switch
    {
        "1" => new Move.Take("agreed") { Events = [new CallEvent.ConsentGiven(ConsentKind.Message, Notice, keyed.Keys)] },
        "2" => new Move.Take("refused")
        {
            Events = [new CallEvent.ConsentRefused(ConsentKind.Message, Notice)],
            Says = [new Prompt("callback.skipped")],
        },
        _ => new Move.Miss(),
    };
}
