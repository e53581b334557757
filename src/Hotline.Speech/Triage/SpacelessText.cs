using System.Globalization;
using System.Text;

namespace Hotline.Speech;

/// <summary>
/// A text as the lexicon compares it (NFKC, lower case, without spaces), each unit remembering where it came from. Korean
/// spacing is unreliable in transcripts ("죽고 싶어요", "죽고싶어요"), so spaces cannot take part in matching.
/// </summary>
internal sealed class SpacelessText
{
    private readonly List<Origin> origins;

    private SpacelessText(string text, List<Origin> origins)
    {
        Text = text;
        this.origins = origins;
    }

    public string Text { get; }

    public static SpacelessText Of(string original)
    {
        var text = new StringBuilder(original.Length);
        var from = new List<Origin>(original.Length);
        var startsWord = true;

        // Element by element: decomposed syllables become one element, so composing inside it is enough to know each unit's origin.
        for (var start = 0; start < original.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(original, start);
            var folded = Fold(original.Substring(start, length));

            foreach (var unit in folded)
            {
                text.Append(unit);
                from.Add(new Origin(start, length, startsWord));
            }

            startsWord = folded.Length == 0 ? startsWord || IsSpace(original[start]) : !char.IsLetterOrDigit(folded[^1]);
            start += length;
        }

        return new SpacelessText(text.ToString(), from);
    }

    public bool StartsWord(int index) => origins[index].StartsWord && (index == 0 || origins[index - 1].Start != origins[index].Start);

    /// <summary>The span of the original text that units <paramref name="index"/> and on came from.</summary>
    public (int Start, int Length) Original(int index, int length)
    {
        var last = origins[index + length - 1];

        return (origins[index].Start, last.Start + last.Length - origins[index].Start);
    }

    private static string Fold(string element)
    {
        var folded = WellFormed(element).Normalize(NormalizationForm.FormKC).ToLowerInvariant();

        return string.Concat(folded.Where(unit => !IsSpace(unit) && char.GetUnicodeCategory(unit) is not (UnicodeCategory.Format or UnicodeCategory.Control)));
    }

    private static bool IsSpace(char unit) => char.IsWhiteSpace(unit);

    // Normalising refuses half of a surrogate pair, and a server's text is not to be trusted to have none.
    private static string WellFormed(string element) =>
        string.Concat(element.EnumerateRunes().Select(rune => rune.ToString()));

    private readonly record struct Origin(int Start, int Length, bool StartsWord);
}
