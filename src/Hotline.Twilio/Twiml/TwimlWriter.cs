using System.Text;
using System.Xml;

namespace Hotline.Twilio.Twiml;

/// <summary>
/// Writes a document as Twilio reads it: UTF-8 declared, lower-case booleans, invariant numbers, lists separated by one
/// space, nothing before the declaration. Characters that XML 1.0 forbids are dropped: Twilio refuses the document otherwise.
/// </summary>
public static class TwimlWriter
{
    private static readonly XmlWriterSettings Settings = new()
    {
        // A writer over a StringBuilder would declare utf-16 (Twilio contract §4), so the declaration is written by hand.
        OmitXmlDeclaration = true,
        CheckCharacters = false,
        // Keeps carriage returns, which a parser would turn into line feeds.
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <exception cref="TwimlException">The document breaks a rule of <see cref="TwimlRules"/>.</exception>
    public static string Write(VoiceResponse response)
    {
        if (TwimlRules.FaultsOf(response).FirstOrDefault() is { } fault) throw new TwimlException(fault);
        var xml = new StringBuilder("""<?xml version="1.0" encoding="UTF-8"?>""");
        using (var writer = XmlWriter.Create(xml, Settings))
        {
            writer.WriteStartElement("Response");
            foreach (var verb in response.Verbs) WriteElement(writer, verb);
            writer.WriteEndElement();
        }
        var document = xml.ToString();
        if (Encoding.UTF8.GetByteCount(document) > TwimlRules.MaxBytes)
            throw new TwimlException($"The document has more than {TwimlRules.MaxBytes} bytes, which is what Twilio takes.");
        return document;
    }

    private static void WriteElement(XmlWriter writer, object element)
    {
        if (element is SpokenText { Text: var text })
        {
            writer.WriteString(Allowed(text));
            return;
        }
        var shape = ElementShape.Of(element);
        writer.WriteStartElement(shape.Name);
        foreach (var attribute in shape.Attributes)
        {
            if (attribute.Write(element) is { } value) WriteAttribute(writer, attribute.Name, value);
        }
        WriteContent(writer, element);
        writer.WriteEndElement();
    }

    private static void WriteContent(XmlWriter writer, object element)
    {
        switch (element)
        {
            case Say { Content: var content }: WriteAll(writer, content); break;
            case Prosody { Content: var content }: WriteAll(writer, content); break;
            case Emphasis { Content: var content }: WriteAll(writer, content); break;
            case Paragraph { Content: var content }: WriteAll(writer, content); break;
            case Sentence { Content: var content }: WriteAll(writer, content); break;
            case Passage { Content: var content }: WriteAll(writer, content); break;
            case Word { Content: var content }: WriteAll(writer, content); break;
            case SayAs { Text: var text }: writer.WriteString(Allowed(text)); break;
            case Substitute { Text: var text }: writer.WriteString(Allowed(text)); break;
            case Phoneme { Text: var text }: writer.WriteString(Allowed(text)); break;
            case Gather { Prompts: var prompts }: WriteAll(writer, prompts); break;
            case Dial { Nouns: var nouns }: WriteAll(writer, nouns); break;
            case Start { Taps: var taps }: WriteAll(writer, taps); break;
            case Stop { Taps: var taps }: WriteAll(writer, taps); break;
            case AudioTap { Parameters: var parameters }: WriteParameters(writer, parameters); break;
            case Client client: WriteClient(writer, client); break;
            case Play { Url: var url }: writer.WriteString(Allowed(url)); break;
            case Redirect { Url: var url }: writer.WriteString(Allowed(url)); break;
            case Enqueue { Name: var name }: writer.WriteString(Allowed(name)); break;
            case Conference { Name: var name }: writer.WriteString(Allowed(name)); break;
            case Queue { Name: var name }: writer.WriteString(Allowed(name)); break;
            case Number { PhoneNumber: var number }: writer.WriteString(Allowed(number)); break;
            case Sip { Address: var address }: writer.WriteString(Allowed(address)); break;
        }
    }

    private static void WriteClient(XmlWriter writer, Client client)
    {
        if (client.Parameters.IsEmpty)
        {
            writer.WriteString(Allowed(client.Identity));
            return;
        }
        writer.WriteElementString("Identity", Allowed(client.Identity));
        WriteParameters(writer, client.Parameters);
    }

    private static void WriteParameters(XmlWriter writer, ValueList<Parameter> parameters)
    {
        foreach (var parameter in parameters)
        {
            writer.WriteStartElement("Parameter");
            WriteAttribute(writer, "name", parameter.Name);
            WriteAttribute(writer, "value", parameter.Value);
            writer.WriteEndElement();
        }
    }

    private static void WriteAll<T>(XmlWriter writer, ValueList<T> elements) where T : class
    {
        foreach (var element in elements) WriteElement(writer, element);
    }

    private static void WriteAttribute(XmlWriter writer, string name, string value)
    {
        if (name is "xml:lang") writer.WriteAttributeString("xml", "lang", null, Allowed(value));
        else writer.WriteAttributeString(name, Allowed(value));
    }

    private static string Allowed(string text)
    {
        if (text.All(letter => XmlConvert.IsXmlChar(letter))) return text;
        var allowed = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                allowed.Append(text[i]);
            }
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                allowed.Append(text, i, 2);
                i++;
            }
        }
        return allowed.ToString();
    }
}
