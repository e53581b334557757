using Hotline.CallFlow.Speech;

namespace Hotline.CallFlow.Steps;

/// <summary>The callback is registered: its reference, and the offer to leave a message.</summary>
internal sealed class CallbackConfirmedStep : Step
{
    internal override bool FollowsAgreement => true;

    internal override Reply Speak(CallState state, LineFacts facts) => Ask(
        state,
        new Prompt("callback.answerOther"),
        new Prompt("callback.confirmed").With("refDigits", new Spoken.Reference(state.Reference!)),
        new Prompt("callback.reason.offer"));

    internal override Move Press(CallerInput.Keyed keyed, CallState state, LineFacts facts) => MessageOfferStep.Answer(keyed);
}
