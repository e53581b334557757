using System.Text.RegularExpressions;

namespace Hotline.Speech;

/// <summary>
/// Sentences that Whisper models are known to invent over silence, noise and music, learnt from subtitles. Compared without
/// spaces and in lower case.
/// </summary>
internal static partial class PhantomPhrases
{
    public static bool AreIn(string text) => Known().IsMatch(SpacelessText.Of(text).Text);

    /// <summary>True when nothing is left of the text once such sentences are taken away.</summary>
    public static bool AreAllOf(string text)
    {
        var spaceless = SpacelessText.Of(text).Text;

        return Known().IsMatch(spaceless) && !Known().Replace(spaceless, "").Any(char.IsLetterOrDigit);
    }

    [GeneratedRegex("""
        (오늘도|끝까지|지금까지)?(영상을?)?(시청|구독)해주셔서(대단히)?(감사합니다|고맙습니다)
        | (시청해주신)?시청자여러분(감사합니다)?
        | 구독(과|,)?좋아요((와|,)?알림설정)?(까지)?((꼭|많이)?부탁(드립니다|드려요|드릴게요)|눌러주세요)?
        | 다음(영상|시간|주)(에서?|에도)(만나요|뵙겠습니다|뵐게요|만나겠습니다)
        | 이영상은유료광고를포함하고있습니다
        | (mbc|kbs|sbs|ytn|jtbc|tvn)뉴스([가-힣]{2,4}(기자)?입니다|였습니다)?
        | 한글자막by[a-z가-힣]{0,12}
        | 자막(제공|제작|협찬)(및광고를?포함(하고|한)?.{0,8})?[:;,]?(배달의민족|[a-z]{0,12})?
        | 영상편집및자막.{0,10}
        | thank(s|you)(so|very)?(much)?forwatching
        | subtitles?by(the)?[a-z.]{0,20}
        | (ご視聴|ご清聴)ありがとうございました
        """, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Known();
}
