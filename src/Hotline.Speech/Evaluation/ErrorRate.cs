using System.Text;

namespace Hotline.Speech;

/// <summary>Edit operations from what was said to what was written.</summary>
/// <param name="Length">Units that were said.</param>
public sealed record ErrorRate(int Substitutions, int Deletions, int Insertions, int Length)
{
    public static readonly ErrorRate None = new(0, 0, 0, 0);

    /// <summary>(S + D + I) / N; above 1 when much was invented, 1 when something was invented over nothing.</summary>
    public double Rate => Errors == 0 ? 0 : Length == 0 ? 1 : (double)Errors / Length;

    public int Errors => Substitutions + Deletions + Insertions;

    public static ErrorRate operator +(ErrorRate left, ErrorRate right) => Add(left, right);

    public static ErrorRate Add(ErrorRate left, ErrorRate right) => new(
        left.Substitutions + right.Substitutions,
        left.Deletions + right.Deletions,
        left.Insertions + right.Insertions,
        left.Length + right.Length);

    /// <summary>Fewest operations; of equally few, the first found with substitutions preferred.</summary>
    public static ErrorRate Between(string reference, string hypothesis)
    {
        var said = reference.EnumerateRunes().ToArray();
        var written = hypothesis.EnumerateRunes().ToArray();
        var row = Enumerable.Range(0, written.Length + 1).Select(count => new ErrorRate(0, 0, count, 0)).ToArray();

        for (var index = 0; index < said.Length; index++)
        {
            row = NextRow(row, said[index], written);
        }

        return row[^1] with { Length = said.Length };
    }

    private static ErrorRate[] NextRow(ErrorRate[] row, Rune said, Rune[] written)
    {
        var next = new ErrorRate[row.Length];
        next[0] = row[0] with { Deletions = row[0].Deletions + 1 };

        for (var column = 0; column < written.Length; column++)
        {
            var kept = said == written[column] ? row[column] : row[column] with { Substitutions = row[column].Substitutions + 1 };
            var deleted = row[column + 1] with { Deletions = row[column + 1].Deletions + 1 };
            var inserted = next[column] with { Insertions = next[column].Insertions + 1 };
            next[column + 1] = Fewest(Fewest(kept, deleted), inserted);
        }

        return next;
    }

    private static ErrorRate Fewest(ErrorRate first, ErrorRate second) => second.Errors < first.Errors ? second : first;
}
