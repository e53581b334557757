namespace Hotline.CallFlow.Steps;

/// <summary>Danuri speaks thirteen languages; our counselors speak them through an interpreter (DOMAIN T19). 9 once more is Korean again.</summary>
internal sealed class OtherLanguageStep : Step
{
    internal override bool OffersLanguages => true;

    internal override Reply Speak(CallState state, LineFacts facts) =>
        Ask(state, new Prompt("language.other"), new Prompt("language.korean") { In = Language.Korean });
}
