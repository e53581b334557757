using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CsCheck;
using Hotline.Twilio.Twiml;
using Record = Hotline.Twilio.Twiml.Record;
using Range = System.ComponentModel.DataAnnotations.RangeAttribute;

namespace Hotline.Twilio.Tests.Twiml;

/// <summary>
/// Random documents that Twilio takes: every element, every attribute, values out of the attribute's own rule. A new attribute is
/// covered without a change here unless its rule is a new shape, and then <see cref="Shaped"/> says so.
/// </summary>
internal sealed class TwimlSamples
{
    private static readonly string[] Addresses = ["/voice/turn?id=1&x=2", "https://line.example.kr/voice?m=%EC%83%81#rc=2&rp=all", "wait"];

    private readonly Random random;

    private TwimlSamples(int seed) => random = new Random(seed);

    public static Gen<VoiceResponse> Documents { get; } = Gen.Int.Select(seed => new TwimlSamples(seed).Document());

    private VoiceResponse Document() => new(Many(0, 5, Verb));

    private Verb Verb() => random.Next(12) switch
    {
        0 => Filled(new Gather { Prompts = Many(0, 3, Prompt) }),
        1 => Filled(new Record()),
        2 => Filled(new Enqueue(Name())),
        3 => Filled(new Dial(Many(1, 3, Leg))),
        4 => Filled(new Dial(Filled(new Conference(Name())))),
        5 => Filled(new Dial(Filled(new Queue(Name())))),
        6 => Filled(new Redirect(Pick(["", .. Addresses]))),
        7 => Pick<Verb>([new Hangup(), Filled(new Reject()), new Leave()]),
        8 => new Start(Many(1, 2, Tap)),
        9 => new Stop(Many(1, 2, Tap)),
        _ => Prompt(),
    };

    private Prompt Prompt() => random.Next(4) switch
    {
        0 => Filled(new Play(Pick(Addresses))),
        1 => new Play("") { Digits = "w12#" },
        2 => Filled(new Pause()),
        _ => Spoken(),
    };

    private Say Spoken()
    {
        var say = Filled(new Say(Speech(depth: 0, parent: "Say")));
        return say.Voice is null ? say : say with { Language = Pick([null, "ko-KR"]) };
    }

    private ValueList<Speech> Speech(int depth, string parent)
    {
        var parts = new List<Speech>();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            // Two texts in a row would read back as one.
            if (parts is [] or [.., not SpokenText]) parts.Add(new SpokenText(Text()));
            if (depth < 3 && random.Next(2) == 0) parts.Add(Ssml(depth + 1, parent));
        }
        return parts.ToValueList();
    }

    private Speech Ssml(int depth, string parent) => random.Next(10) switch
    {
        0 => Filled(new Prosody(Speech(depth, "prosody"))),
        1 => Filled(new SayAs(Text())),
        2 => Filled(new Emphasis(Speech(depth, "emphasis"))),
        3 => Filled(new Substitute(Text())),
        4 => Filled(new Phoneme(Text())),
        5 when parent is not "w" => Filled(new Passage(Speech(depth, "lang"))),
        6 when parent is not "w" => Filled(new Word(Speech(depth, "w"))),
        7 when parent is not ("s" or "emphasis" or "w") => new Sentence(Speech(depth, "s")),
        8 when parent is not ("p" or "s" or "emphasis" or "w") => new Paragraph(Speech(depth, "p")),
        _ => Filled(new Break()),
    };

    private Noun Leg() => random.Next(3) switch
    {
        0 => Filled(new Number(Pick(["+821000001234", "+8227358994"]))),
        1 => Filled(new Sip("sip:1001@pbx.example.kr;transport=tls?X-Case=1042")),
        _ => Filled(new Client(Name()) { Parameters = Many(0, 2, Parameter) }),
    };

    private AudioTap Tap() => random.Next(2) == 0
        ? Filled(new Transcription { Parameters = Many(0, 2, Parameter) })
        : Filled(new LiveAudio { Parameters = Many(0, 2, Parameter) });

    private Parameter Parameter() => new(Name(), Text());

    private T Filled<T>(T record) where T : class
    {
        var shape = ElementShape.Of(record);
        foreach (var attribute in shape.Attributes.Where(_ => random.Next(2) == 0))
        {
            var rule = shape.Rules.FirstOrDefault(rule => rule.Property == attribute.Property).Rule;
            attribute.Read(record, Value(attribute, rule));
        }
        return record;
    }

    private string Value(AttributeShape attribute, ValidationAttribute? rule)
    {
        var type = attribute.Property.PropertyType;
        var word = Nullable.GetUnderlyingType(type) ?? (type.IsGenericType ? type.GenericTypeArguments[0] : type);
        return rule switch
        {
            Range range => random.Next((int)range.Minimum, (int)range.Maximum).ToString(CultureInfo.InvariantCulture),
            WebAddressAttribute { Absolute: true } => "https://line.example.kr/stt",
            WebAddressAttribute { OrEmpty: true } => Pick(["", .. Addresses]),
            WebAddressAttribute => Pick(Addresses),
            ShapeAttribute shape => Pick(Shaped(shape)),
            HintsAttribute => "상담, 긴급",
            _ when word.IsEnum => Pick(Wire.MembersOf(word).Keys.ToArray()),
            _ when word == typeof(bool) => Pick(["true", "false"]),
            _ when attribute.Name is "voice" => Pick(["Polly.Seoyeon-Neural", "Google.ko-KR-Neural2-A"]),
            _ => Name(),
        };
    }

    private static string[] Shaped(ShapeAttribute shape) => shape.Say switch
    {
        "a language tag such as ko-KR" => ["ko-KR", "en-US", "ja-JP"],
        "a time such as 500ms or 1s" => ["300ms", "1.5s"],
        "auto or a positive integer" => ["auto", "3"],
        "one of 0-9 # * or empty" => ["", "#", "0"],
        "keys out of 0-9 # *" => ["", "1#*"],
        "a date format such as ymd" => ["ymd", "yyyymmdd"],
        "a call SID" => ["CA1f2e3d4c5b6a79880102030405060708"],
        "a reservation SID" => ["WR1f2e3d4c5b6a79880102030405060708"],
        "a BYOC trunk SID" => ["BY1f2e3d4c5b6a79880102030405060708"],
        "a wss:// URL" => ["wss://line.example.kr/media?x=1&y=2"],
        "one of us1 us2 ie1 sg1 br1 au1 jp1 de1" => ["jp1", "sg1"],
        _ when shape.Say.StartsWith("tones", StringComparison.Ordinal) => ["w1234#", "*9"],
        _ when shape.Say.StartsWith("a country", StringComparison.Ordinal) => ["jp", "us-old"],
        _ => throw new InvalidOperationException($"Give the random documents a value that is {shape.Say}."),
    };

    private ValueList<T> Many<T>(int least, int most, Func<T> make) => Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => make()).ToValueList();

    private T Pick<T>(T[] choices) => choices[random.Next(choices.Length)];

    private string Name() => Pick(["support", "case 1042", "a & b <c> \"d\" 'e'", "상담 대기", "x]]>y"]);

    private string Text() => Pick(["안녕하세요.", " 앞뒤 공백 ", "Tom & Jerry <b>\"x\"</b> ']]>", "a\r\nb\tc\rd", "🙏 é é", "1042"]);
}
