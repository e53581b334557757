using Hotline.Twilio.Twiml;
using Record = Hotline.Twilio.Twiml.Record;

namespace Hotline.Twilio.Tests.Twiml;

public sealed class TwimlRulesTests
{
    public static TheoryData<string, Verb> Faults => new()
    {
        { "<Gather>: numDigits must be an integer of at least 1.", new Gather { NumDigits = 0 } },
        { "<Gather>: finishOnKey must be one of 0-9 # * or empty.", new Gather { FinishOnKey = "#*" } },
        { "<Gather>: hints takes at most 500 entries of at most 100 characters each.", new Gather { Hints = new string('x', 101) } },
        { "<Gather>: action must be an http or https URL or a path, without spaces, and without an underscore in its host name.", new Gather { Action = "https://my_host.example/x" } },
        { "<Record>: maxLength must be an integer from 2 to 86400.", new Record { MaxLength = 1 } },
        { "<Enqueue>: its text has more than 64 characters.", new Enqueue(new string('q', 65)) },
        { "<Enqueue> has neither a queue name nor workflowSid.", new Enqueue(" ") },
        { "<Play> plays nothing: it needs an address or digits.", new Play("") },
        { "<Say> says nothing: it needs text.", new Say(" ") },
        { "<Say>: the voice does not speak the language; leave one of them out or let them agree.", new Say("a") { Voice = "Google.ko-KR-Neural2-A", Language = "en-US" } },
        { "<Say>: the voice does not speak the language; leave one of them out or let them agree.", new Say("a") { Voice = "Polly.Seoyeon", Language = "ja-JP" } },
        { "<p> must not stand in <s>.", new Say([new Sentence([new Paragraph(["a"])])]) },
        { "<prosody> has no text.", new Say(["a", new Prosody("")]) },
        { "<break>: time must be a time such as 500ms or 1s.", new Say(["a", new Break { Time = "5" }]) },
        { "<Dial> dials nobody: it needs a number or another noun.", new Dial(new ValueList<Noun>([])) },
        { "<Dial>: <Conference> must be the only noun.", new Dial([new Conference("a"), new Number("+8227358994")]) },
        { "<Dial> has 11 nouns, 10 at most.", new Dial(Enumerable.Repeat<Noun>(new Client("a"), 11).ToValueList()) },
        { "<Number>: its text must be a number in E.164 such as +8227358994.", new Dial(new Number("+02-735-8994")) },
        { "<Number>: machineDetectionTimeout must be an integer from 3 to 60.", new Dial(new Number("+8227358994") { MachineDetectionTimeout = 2 }) },
        { "<Stream>: url must be a wss:// URL.", new Start(new LiveAudio { Url = "https://line.example.kr/media" }) },
        { "<Transcription>: statusCallbackUrl must be an absolute http or https URL, without spaces, and without an underscore in its host name.", new Start(new Transcription { StatusCallbackUrl = "/stt" }) },
        { "<Say>: loop must be an integer from 0 to 1000.", new Gather { Prompts = [new Say("a") { Loop = 1001 }] } },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_document_that_Twilio_refuses_is_never_written(string sentence, Verb verb)
    {
        var fault = Assert.Throws<TwimlException>(() => TwimlWriter.Write(new VoiceResponse([verb])));

        Assert.Equal(sentence, fault.Message);
    }

    [Theory]
    [InlineData("<Response><Gather numdigits=\"1\"/></Response>", "<Gather> has the unknown attribute numdigits (did you mean numDigits?).")]
    [InlineData("<Response><Gather><Dial>1</Dial></Gather></Response>", "<Dial> is unknown or must not stand in <Gather>.")]
    [InlineData("<Response><Dial answerOnBridge=\"True\">+8227358994</Dial></Response>", "<Dial>: answerOnBridge must be true or false, in lower case.")]
    [InlineData("<Response><Redirect method=\"PUT\">/x</Redirect></Response>", "<Redirect>: method must be one of GET POST.")]
    [InlineData("<Response>hello</Response>", "<Response> takes no text.")]
    [InlineData("<response/>", "The root is <response>, it must be <Response>.")]
    [InlineData("<Response><Say>a & b</Say></Response>", "The document is not well-formed XML (line 1, column 19).")]
    [InlineData("<!DOCTYPE x [<!ENTITY e \"boom\">]><Response><Say>&e;</Say></Response>", "The document is not well-formed XML.")]
    public void A_document_that_Twilio_refuses_is_not_read(string xml, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<TwimlException>(() => TwimlReader.Read(xml)).Message);

    [Fact]
    public void A_number_as_the_text_of_a_Dial_is_its_only_noun() =>
        Assert.Equal(
            new VoiceResponse([new Dial(new Number("+8227358994")) { Timeout = 20 }]),
            TwimlReader.Read("<Response>\n  <Dial timeout=\"20\">\n +8227358994 </Dial>\n</Response>"));

    [Fact]
    public void No_fault_repeats_what_was_said_or_dialled()
    {
        var number = Assert.Throws<TwimlException>(() => TwimlReader.Read("<Response><Dial><Number>010-0000-1234 please</Number></Dial></Response>"));
        var words = Assert.Throws<TwimlException>(() => TwimlReader.Read("<Response><Say>secret <b>word</b></Say></Response>"));

        Assert.DoesNotContain("1234", number.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", words.Message, StringComparison.Ordinal);
    }
}
