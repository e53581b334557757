using System.Text.RegularExpressions;
using System.Xml.Linq;
using Hotline.Sandbox.Network;

namespace Hotline.Web.Tests.GoldenCalls;

/// <summary>
/// What holds for every voice in every document of a call: its language is stated; Korean has no digit left to guess; English is spoken
/// only after the caller chose it, but for the one sentence that offers it.
/// </summary>
public static partial class VoiceRules
{
    private const string Korean = "ko-KR";
    private const string English = "en-US";
    private const string EnglishBegins = "We will continue in English.";
    private const string KoreanBegins = "한국어로 안내해 드리겠습니다.";

    // Each is for those who do not understand the language that the call is in.
    private static readonly string[] Offers = ["For English, press nine.", "한국어 안내는 구 번입니다."];

    /// <summary>What is wrong, one sentence each.</summary>
    public static IEnumerable<string> Faults(IEnumerable<ReceivedDocument> documents) =>
        documents.GroupBy(document => document.CallSid, StringComparer.Ordinal).SelectMany(FaultsOfCall);

    private static IEnumerable<string> FaultsOfCall(IEnumerable<ReceivedDocument> documents)
    {
        var language = Korean;
        foreach (var say in documents.SelectMany(document => XDocument.Parse(document.Twiml).Descendants("Say")))
        {
            var text = say.Value;
            language = text is EnglishBegins ? English : text is KoreanBegins ? Korean : language;
            var stated = (string?)say.Attribute("language");
            if (stated is not (Korean or English))
                yield return $"A voice without a language, or with a strange one: {say}";
            else if (!string.Equals(stated, language, StringComparison.Ordinal) && !Offers.Contains(text, StringComparer.Ordinal))
                yield return $"A voice speaks {stated} in a call that is in {language}: {text}";
            if (stated is Korean && Unspeakable().IsMatch(text))
                yield return $"A Korean voice has to guess: {text}";
            if (stated is English && Hangul().IsMatch(text))
                yield return $"An English voice cannot say Hangul: {text}";
        }
    }

    [GeneratedRegex("[0-9A-Za-z#*{}]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unspeakable();

    [GeneratedRegex("[가-힣]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hangul();
}
