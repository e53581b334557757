namespace Hotline.CallFlow.Steps;

/// <summary>Nothing was recorded: another try, or none.</summary>
internal sealed class MessageOfferStep : Step
{
    internal override bool FollowsAgreement => true;

    internal override Reply Speak(CallState state, LineFacts facts) => Ask(state, new Prompt("callback.reason.empty"));

    internal override Move Press(CallerInput.Keyed keyed, CallState state, LineFacts facts) => Answer(keyed);

    internal static Move Answer(CallerInput.Keyed keyed) =>
        new Move.Take(keyed.Keys) { Says = keyed.Keys is "2" ? [new Prompt("callback.skipped")] : [] };
}
