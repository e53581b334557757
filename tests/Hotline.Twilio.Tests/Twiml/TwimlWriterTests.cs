using System.Globalization;
using Hotline.Twilio.Twiml;
using Record = Hotline.Twilio.Twiml.Record;

namespace Hotline.Twilio.Tests.Twiml;

public sealed class TwimlWriterTests
{
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8"?>""";

    [Fact]
    public void A_menu_reads_well_in_code_and_on_the_wire()
    {
        var menu = new VoiceResponse(
        [
            new Gather { NumDigits = 1, FinishOnKey = "", Action = "/voice/turn?a=1&b=2", ActionOnEmptyResult = true, Prompts = [new Say("안녕하세요.") { Language = "ko-KR" }] },
            new Redirect("/voice/turn"),
        ]);

        Assert.Equal(
            Declaration + """<Response><Gather action="/voice/turn?a=1&amp;b=2" numDigits="1" finishOnKey="" actionOnEmptyResult="true"><Say language="ko-KR">안녕하세요.</Say></Gather><Redirect>/voice/turn</Redirect></Response>""",
            TwimlWriter.Write(menu));
    }

    [Fact]
    public void An_empty_answer_is_a_document() => Assert.Equal(Declaration + "<Response />", TwimlWriter.Write(VoiceResponse.Empty));

    [Fact]
    public void Lists_are_separated_by_one_space()
    {
        var xml = TwimlWriter.Write(new([new Record { RecordingStatusCallbackEvent = [RecordingEvent.InProgress, RecordingEvent.Completed, RecordingEvent.Absent] }]));

        Assert.Contains("recordingStatusCallbackEvent=\"in-progress completed absent\"", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void Characters_that_XML_forbids_are_dropped()
    {
        var xml = TwimlWriter.Write(new([new Say("a\u0000b\u0008c\uFFFEd\uD83De\uDE4Ff 🙏 g") { Voice = "v\u0001w" }]));

        Assert.Equal(Declaration + """<Response><Say voice="vw">abcdef 🙏 g</Say></Response>""", xml);
    }

    [Fact]
    public void Another_culture_writes_the_same()
    {
        var before = CultureInfo.CurrentCulture;
        var document = new VoiceResponse([new Pause(1234), new Dial(new Number("+8227358994")) { AnswerOnBridge = true }]);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");

            Assert.Equal(Declaration + """<Response><Pause length="1234" /><Dial answerOnBridge="true"><Number>+8227358994</Number></Dial></Response>""", TwimlWriter.Write(document));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_document_above_64_kB_is_refused()
    {
        var tooLong = new VoiceResponse([new Say(new string('가', 22_000))]);

        var fault = Assert.Throws<TwimlException>(() => TwimlWriter.Write(tooLong));

        Assert.Contains("65536 bytes", fault.Message, StringComparison.Ordinal);
    }
}
