using System.Globalization;
using System.Text;
using Hotline.Twilio.Twiml;

namespace Hotline.Sandbox.Network;

/// <summary>What a spoken passage sounds like as text, and about how long it takes.</summary>
internal static class Speaking
{
    /// <summary>Korean announcements run at about six syllables a second, English at about fourteen characters.</summary>
    private const double SyllablesPerSecond = 6;
    private const double LettersPerSecond = 14;

    public static string Text(IEnumerable<Twilio.Twiml.Speech> content)
    {
        var text = new StringBuilder();
        foreach (var part in content)
            text.Append(Text(part));
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    public static TimeSpan Length(IEnumerable<Twilio.Twiml.Speech> content)
    {
        var parts = content.ToList();
        var text = Text(parts);
        var syllables = text.Count(letter => letter is >= '가' and <= '힣');
        var letters = text.Count(char.IsLetterOrDigit) - syllables;
        return TimeSpan.FromSeconds((syllables / SyllablesPerSecond) + (letters / LettersPerSecond) + parts.OfType<Break>().Sum(Seconds));
    }

    private static string Text(Twilio.Twiml.Speech part) => part switch
    {
        SpokenText spoken => spoken.Text,
        Prosody prosody => Text(prosody.Content),
        Emphasis emphasis => Text(emphasis.Content),
        Paragraph paragraph => Text(paragraph.Content) + " ",
        Sentence sentence => Text(sentence.Content) + " ",
        Passage passage => Text(passage.Content),
        Word word => Text(word.Content),
        SayAs sayAs => sayAs.Text,
        Substitute substitute => substitute.Alias ?? substitute.Text,
        Phoneme phoneme => phoneme.Text,
        _ => " ",
    };

    private static double Seconds(Break pause)
    {
        if (pause.Time is not { } time)
            return 0.5;
        var unit = time.EndsWith("ms", StringComparison.Ordinal) ? 1000 : 1;
        return double.Parse(time.TrimEnd('m', 's'), CultureInfo.InvariantCulture) / unit;
    }
}
