using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Hotline.Twilio.Twiml;

/// <summary>
/// Reads a document as strictly as Twilio does, and throws <see cref="TwimlException"/> where Twilio would warn and skip or
/// give up: unknown elements and attributes, wrong nesting, values out of range. It knows the verbs of this namespace only.
/// </summary>
public static class TwimlReader
{
    // Twilio's documents have no document type, and one could name files and grow without bound.
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <exception cref="TwimlException">Twilio would refuse the document, or a part of it.</exception>
    public static VoiceResponse Read(string xml)
    {
        if (Encoding.UTF8.GetByteCount(xml) > TwimlRules.MaxBytes)
            throw new TwimlException($"The document has more than {TwimlRules.MaxBytes} bytes, which is what Twilio takes.");
        var root = new TwimlElement(RootOf(xml));
        if (root.Name is not "Response") throw new TwimlException($"The root is <{root.Name}>, it must be <Response>.");
        var response = root.Bind(new VoiceResponse(root.Children(ReadVerb)));
        if (TwimlRules.FaultsOf(response).FirstOrDefault() is { } fault) throw new TwimlException(fault);
        return response;
    }

    private static XElement RootOf(string xml)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), Settings);
            var document = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
            var encoding = document.Declaration?.Encoding;
            if (!string.IsNullOrEmpty(encoding) && !string.Equals(encoding, "utf-8", StringComparison.OrdinalIgnoreCase))
                throw new TwimlException("The XML declaration names another encoding than UTF-8, in which the document goes out.");
            return document.Root!;
        }
        catch (XmlException fault)
        {
            // The parser's own message may quote what a caller hears, so only the place is passed on.
#pragma warning disable MA0054
            throw new TwimlException($"The document is not well-formed XML{(fault.LineNumber > 0 ? $" (line {fault.LineNumber}, column {fault.LinePosition})" : "")}.");
#pragma warning restore MA0054
        }
    }

    private static Verb ReadVerb(TwimlElement element) => element.Name switch
    {
        "Gather" => element.Bind(new Gather { Prompts = element.Children(ReadPrompt) }),
        "Record" => element.Bind(element.Empty(new Record())),
        "Enqueue" => element.Bind(new Enqueue(element.Text())),
        "Dial" => element.Bind(new Dial(ReadNouns(element))),
        "Redirect" => element.Bind(new Redirect(element.Text())),
        "Hangup" => element.Bind(element.Empty(new Hangup())),
        "Reject" => element.Bind(element.Empty(new Reject())),
        "Leave" => element.Bind(element.Empty(new Leave())),
        "Start" => element.Bind(new Start(element.Children(ReadTap))),
        "Stop" => element.Bind(new Stop(element.Children(ReadTap))),
        _ => ReadPrompt(element),
    };

    private static Prompt ReadPrompt(TwimlElement element) => element.Name switch
    {
        "Say" => element.Bind(new Say(ReadSpeech(element))),
        "Play" => element.Bind(new Play(element.Text())),
        "Pause" => element.Bind(element.Empty(new Pause())),
        _ => throw element.Misplaced(),
    };

    private static ValueList<Speech> ReadSpeech(TwimlElement element) => element.Mixed(
        text => new SpokenText(text),
        child => child.Name switch
        {
            "break" => child.Bind(child.Empty(new Break())),
            "prosody" => child.Bind(new Prosody(ReadSpeech(child))),
            "say-as" => child.Bind(new SayAs(child.Text(trim: false))),
            "emphasis" => child.Bind(new Emphasis(ReadSpeech(child))),
            "p" => child.Bind(new Paragraph(ReadSpeech(child))),
            "s" => child.Bind(new Sentence(ReadSpeech(child))),
            "lang" => child.Bind(new Passage(ReadSpeech(child))),
            "sub" => child.Bind(new Substitute(child.Text(trim: false))),
            "phoneme" => child.Bind(new Phoneme(child.Text(trim: false))),
            "w" => child.Bind<Speech>(new Word(ReadSpeech(child))),
            _ => throw child.Misplaced(),
        });

    private static ValueList<Noun> ReadNouns(TwimlElement dial)
    {
        if (!dial.HasChildren) return dial.Text() is { Length: > 0 } number ? [new Number(number)] : [];
        return dial.Children<Noun>(noun => noun.Name switch
        {
            "Number" => noun.Bind(new Number(noun.Text())),
            "Sip" => noun.Bind(new Sip(noun.Text())),
            "Client" => noun.Bind(ReadClient(noun)),
            "Conference" => noun.Bind(new Conference(noun.Text())),
            "Queue" => noun.Bind(new Queue(noun.Text())),
            _ => throw noun.Misplaced(),
        });
    }

    private static Client ReadClient(TwimlElement element)
    {
        if (!element.HasChildren) return new Client(element.Text());
        var parts = element.Children<object>(child => child.Name switch
        {
            "Identity" => child.Text(),
            "Parameter" => child.Parameter(),
            _ => throw child.Misplaced(),
        });
        var identities = parts.OfType<string>().ToList();
        if (identities.Count != 1) throw new TwimlException("<Client> needs exactly one <Identity>.");
        return new Client(identities[0]) { Parameters = parts.OfType<Parameter>().ToValueList() };
    }

    private static AudioTap ReadTap(TwimlElement element) => element.Name switch
    {
        "Transcription" => element.Bind(new Transcription { Parameters = element.Children(child => child.Parameter()) }),
        "Stream" => element.Bind(new LiveAudio { Parameters = element.Children(child => child.Parameter()) }),
        _ => throw element.Misplaced(),
    };
}
