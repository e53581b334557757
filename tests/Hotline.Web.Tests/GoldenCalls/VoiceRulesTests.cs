using Hotline.Sandbox.Network;

namespace Hotline.Web.Tests.GoldenCalls;

public sealed class VoiceRulesTests
{
    private const string English = "<Say language=\"en-US\">We will continue in English.</Say>";

    [Theory]
    [InlineData("<Say language=\"ko-KR\">영 번입니다.</Say><Say language=\"en-US\">For English, press nine.</Say>", null)]
    [InlineData(English + "<Say language=\"en-US\">Press 1.</Say><Say language=\"ko-KR\">한국어 안내는 구 번입니다.</Say>", null)]
    [InlineData(English + "<Say language=\"ko-KR\">한국어로 안내해 드리겠습니다.</Say><Say language=\"ko-KR\">네.</Say>", null)]
    [InlineData("<Say>네.</Say>", "without a language")]
    [InlineData("<Say language=\"fr-FR\">Oui.</Say>", "strange")]
    [InlineData("<Say language=\"en-US\">Press 1.</Say>", "in a call that is in ko-KR")]
    [InlineData(English + "<Say language=\"ko-KR\">네.</Say>", "in a call that is in en-US")]
    [InlineData("<Say language=\"ko-KR\"><prosody rate=\"95%\">0번입니다.</prosody></Say>", "has to guess")]
    [InlineData("<Say language=\"ko-KR\">우물정자 #</Say>", "has to guess")]
    [InlineData(English + "<Say language=\"en-US\">네.</Say>", "cannot say Hangul")]
    public void What_a_voice_cannot_say_or_may_not_is_found(string says, string? fault)
    {
        var faults = VoiceRules.Faults([new ReceivedDocument(DocumentContext.Voice, "https://line.example.kr/", $"<Response><Gather>{says}</Gather></Response>", "CA1")]).ToList();

        Assert.Equal(fault is null ? 0 : 1, faults.Count);
        Assert.All(faults, found => Assert.Contains(fault!, found, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_call_begins_in_korean()
    {
        ReceivedDocument Of(string callSid, string says) => new(DocumentContext.Voice, "https://line.example.kr/", $"<Response>{says}</Response>", callSid);

        Assert.Single(VoiceRules.Faults([Of("CA1", English), Of("CA2", "<Say language=\"en-US\">Press 1.</Say>")]));
    }
}
