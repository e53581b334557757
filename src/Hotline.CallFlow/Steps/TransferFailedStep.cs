namespace Hotline.CallFlow.Steps;

/// <summary>The agency did not answer: its number, and our counselor, or another try or a callback.</summary>
internal sealed class TransferFailedStep : Step
{
    internal override bool UsesAgency => true;

    internal override Reply Speak(CallState state, LineFacts facts) => Ask(
        state,
        AgencyWords.With(new Prompt(facts.CanReachCounselor ? "transfer.fail" : "transfer.fail.closed"), TransferStep.Of(state, facts)));
}
