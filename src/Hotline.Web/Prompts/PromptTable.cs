namespace Hotline.Web.Prompts;

/// <summary>Reads the text of one prompts/&lt;area&gt;.tsv: a heading, then key, Korean and English with a tab between them.</summary>
internal static class PromptTable
{
    public const string Heading = "key\tko\ten";

    /// <param name="name">The file's name, for the faults.</param>
    /// <param name="text">The whole file.</param>
    /// <param name="faults">Receives a sentence for each thing that is wrong.</param>
    public static IReadOnlyList<PromptRow> Read(string name, string text, ICollection<string> faults)
    {
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        if (!string.Equals(lines[0], Heading, StringComparison.Ordinal))
            faults.Add($"{name}: the first line must be key, ko and en with tabs between them.");

        var rows = new List<PromptRow>();
        for (var line = 1; line < lines.Length; line++)
        {
            if (Row(lines[line], $"{name} line {line + 1}", faults) is { } row)
                rows.Add(row);
        }

        return rows;
    }

    private static PromptRow? Row(string line, string place, ICollection<string> faults)
    {
        if (line.Split('\t') is not [var key, var ko, var en])
        {
            faults.Add($"{place}: a row has three cells, key, ko and en, with tabs between them.");
            return null;
        }

        if (string.IsNullOrWhiteSpace(key))
        {
            faults.Add($"{place}: the key is missing.");
            return null;
        }

        CheckCell(ko, $"{place}: the Korean text of {key}", faults);
        CheckCell(en, $"{place}: the English text of {key}", faults);
        if (!PromptPlaceholders.Of(ko).SetEquals(PromptPlaceholders.Of(en)))
            faults.Add($"{place}: {key} has {Names(ko)} in Korean but {Names(en)} in English.");
        return new(key, ko, en);
    }

    private static void CheckCell(string text, string what, ICollection<string> faults)
    {
        if (string.IsNullOrWhiteSpace(text))
            faults.Add($"{what} is missing.");
        else if (PromptPlaceholders.HasStrayBrace(text))
            faults.Add($"{what} has a brace that belongs to no placeholder.");
    }

    private static string Names(string text) =>
        PromptPlaceholders.Of(text) is { Count: > 0 } names
            ? string.Join(" ", names.Order(StringComparer.Ordinal).Select(name => $"{{{name}}}"))
            : "no placeholder";
}
