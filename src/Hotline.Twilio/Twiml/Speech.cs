using System.Xml.Serialization;

namespace Hotline.Twilio.Twiml;

/// <summary>
/// What stands inside <see cref="Say"/>: text and SSML. There is no <c>&lt;speak&gt;</c> around it. Neural voices know fewer
/// of these than the schema allows.
/// </summary>
public abstract record Speech
{
    private protected Speech() { }

    public static implicit operator Speech(string text) => new SpokenText(text);
}

public sealed record SpokenText(string Text) : Speech;

[XmlRoot("break")]
public sealed record Break : Speech
{
    public BreakStrength? Strength { get; init; }

    /// <summary>For example <c>300ms</c> or <c>1s</c>.</summary>
    [Shape(@"[0-9]+(\.[0-9]+)?(ms|s)", "a time such as 500ms or 1s")]
    public string? Time { get; init; }
}

/// <summary>Speed, pitch and loudness: <c>90%</c>, <c>slow</c>, <c>+6dB</c>.</summary>
[XmlRoot("prosody")]
public sealed record Prosody(ValueList<Speech> Content) : Speech
{
    public Prosody(string text) : this([new SpokenText(text)]) { }

    public string? Rate { get; init; }

    public string? Pitch { get; init; }

    public string? Volume { get; init; }
}

/// <summary>How to read: <c>12345</c> is a number unless it is said as digits.</summary>
[XmlRoot("say-as")]
public sealed record SayAs(string Text) : Speech
{
    public SayAs(SayAsKind kind, string text) : this(text) => InterpretAs = kind;

    [XmlAttribute("interpret-as")]
    public SayAsKind? InterpretAs { get; init; }

    [Shape("mdy|dmy|ymd|md|dm|ym|my|d|m|y|yyyymmdd", "a date format such as ymd")]
    public string? Format { get; init; }
}

[XmlRoot("emphasis")]
public sealed record Emphasis(ValueList<Speech> Content) : Speech
{
    public EmphasisLevel? Level { get; init; }
}

[XmlRoot("p")]
public sealed record Paragraph(ValueList<Speech> Content) : Speech;

[XmlRoot("s")]
public sealed record Sentence(ValueList<Speech> Content) : Speech;

/// <summary>A passage in another language.</summary>
[XmlRoot("lang")]
public sealed record Passage(ValueList<Speech> Content) : Speech
{
    [XmlAttribute("xml:lang")]
    [Shape("[A-Za-z]{2,3}(-[A-Za-z0-9]+)*", "a language tag such as ko-KR")]
    public string? Language { get; init; }
}

/// <summary>Reads <see cref="Alias"/> in place of the text.</summary>
[XmlRoot("sub")]
public sealed record Substitute(string Text) : Speech
{
    public string? Alias { get; init; }
}

[XmlRoot("phoneme")]
public sealed record Phoneme(string Text) : Speech
{
    public PhonemeAlphabet? Alphabet { get; init; }

    public string? Ph { get; init; }
}

[XmlRoot("w")]
public sealed record Word(ValueList<Speech> Content) : Speech
{
    public string? Role { get; init; }
}
