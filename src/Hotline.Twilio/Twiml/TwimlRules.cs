using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Hotline.Twilio.Twiml;

/// <summary>
/// What Twilio refuses in a document beyond what the types forbid: values out of range, and combinations of elements.
/// Writer and reader both ask here. A fault is one sentence without any spoken text, number or address.
/// Source: Twilio contract §4 and the documentation pages of the verbs.
/// </summary>
public static class TwimlRules
{
    /// <summary>Twilio's error 11750 above this.</summary>
    public const int MaxBytes = 64 * 1024;

    private const int MaxNouns = 10;

    public static IEnumerable<string> FaultsOf(VoiceResponse response) => response.Verbs.SelectMany(FaultsOf);

    private static IEnumerable<string> FaultsOf(Verb verb) => OfValues(verb).Concat(verb switch
    {
        Say say => OfSay(say),
        Play { Url: "", Digits: null } => ["<Play> plays nothing: it needs an address or digits."],
        Gather gather => gather.Prompts.SelectMany(FaultsOf),
        Dial dial => OfDial(dial),
        Enqueue { WorkflowSid: null } enqueue when Blank(enqueue.Name) => ["<Enqueue> has neither a queue name nor workflowSid."],
        Start start => start.Taps.SelectMany(OfTap),
        Stop stop => stop.Taps.SelectMany(OfTap),
        _ => [],
    });

    private static IEnumerable<string> OfSay(Say say)
    {
        if (say.Content.All(part => part is SpokenText { Text: var text } && Blank(text))) yield return "<Say> says nothing: it needs text.";
        if (!SpeaksItsLanguage(say)) yield return "<Say>: the voice does not speak the language; leave one of them out or let them agree.";
        foreach (var fault in say.Content.SelectMany(part => OfSpeech(part, "Say"))) yield return fault;
    }

    private static bool SpeaksItsLanguage(Say say)
    {
        if (say.Voice is null || say.Language is null) return true;
        if (say.Voice.StartsWith("Polly.Seoyeon", StringComparison.Ordinal)) return string.Equals(say.Language, "ko-KR", StringComparison.Ordinal);
        // Google's voices carry their language: Google.ko-KR-Neural2-A.
        var parts = say.Voice.Split('.', '-');
        return parts is not ["Google", _, _, ..]
            || parts[2].Any(char.IsLower)
            || string.Equals($"{parts[1]}-{parts[2]}", say.Language, StringComparison.Ordinal);
    }

    private static IEnumerable<string> OfSpeech(Speech speech, string parent)
    {
        var name = ElementShape.Of(speech).Name;
        var banned = speech switch
        {
            Paragraph => parent is "p" or "s" or "emphasis" or "w",
            Sentence => parent is "s" or "emphasis" or "w",
            Passage => parent is "w",
            Word => parent is "w",
            _ => false,
        };
        if (banned) return [$"<{name}> must not stand in <{parent}>."];
        return OfValues(speech).Concat(speech switch
        {
            SpokenText or Break => [],
            SayAs { Text: var text } => OfWords(text, name),
            Substitute { Text: var text } => OfWords(text, name),
            Phoneme { Text: var text } => OfWords(text, name),
            Prosody { Content: var content } => OfContent(content, name),
            Emphasis { Content: var content } => OfContent(content, name),
            Paragraph { Content: var content } => OfContent(content, name),
            Sentence { Content: var content } => OfContent(content, name),
            Passage { Content: var content } => OfContent(content, name),
            Word { Content: var content } => OfContent(content, name),
            _ => [],
        });
    }

    private static IEnumerable<string> OfWords(string text, string name) => Blank(text) ? [$"<{name}> has no text."] : [];

    private static IEnumerable<string> OfContent(ValueList<Speech> content, string name) =>
        content.All(part => part is SpokenText { Text: var text } && Blank(text))
            ? [$"<{name}> has no text."]
            : content.SelectMany(part => OfSpeech(part, name));

    private static IEnumerable<string> OfDial(Dial dial)
    {
        if (dial.Nouns.IsEmpty) yield return "<Dial> dials nobody: it needs a number or another noun.";
        if (dial.Nouns.Count > MaxNouns) yield return $"<Dial> has {dial.Nouns.Count} nouns, {MaxNouns} at most.";
        if (dial.Nouns.Count > 1 && dial.Nouns.FirstOrDefault(noun => noun is Conference or Queue) is { } alone)
            yield return $"<Dial>: <{ElementShape.Of(alone).Name}> must be the only noun.";
        foreach (var fault in dial.Nouns.SelectMany(OfNoun)) yield return fault;
    }

    private static IEnumerable<string> OfNoun(Noun noun) => OfValues(noun).Concat(noun switch
    {
        Conference { Name: var name } when Blank(name) => ["<Conference> has no name."],
        Queue { Name: var name } when Blank(name) => ["<Queue> has no name."],
        Client { Identity: var identity } when Blank(identity) => ["<Client> has no identity."],
        _ => [],
    });

    private static IEnumerable<string> OfTap(AudioTap tap) => OfValues(tap);

    private static IEnumerable<string> OfValues(object element)
    {
        var shape = ElementShape.Of(element);
        return shape.Rules
            .Where(rule => !rule.Rule.IsValid(rule.Property.GetValue(element)))
            .Select(rule => $"<{shape.Name}>: {InWords(rule.Name, rule.Rule)}");
    }

    private static string InWords(string name, ValidationAttribute rule) => rule switch
    {
        RangeAttribute { Maximum: int.MaxValue, Minimum: var minimum } => string.Create(CultureInfo.InvariantCulture, $"{name} must be an integer of at least {minimum}."),
        RangeAttribute range => string.Create(CultureInfo.InvariantCulture, $"{name} must be an integer from {range.Minimum} to {range.Maximum}."),
        _ => rule.FormatErrorMessage(name),
    };

    private static bool Blank(string text) => string.IsNullOrWhiteSpace(text);
}
