using System.Text;

namespace Hotline.Speech.Tests;

public sealed class UrgencyLexiconTests
{
    [Fact]
    public void The_shipped_list_has_the_reviewed_size()
    {
        var counts = UrgencyLexicon.Shipped().Entries.CountBy(entry => entry.Severity).ToDictionary();

        Assert.Equal((39, 27, 14), (counts[Severity.Critical], counts[Severity.High], counts[Severity.None]));
    }

    [Fact]
    public void The_version_is_the_content()
    {
        var shipped = UrgencyLexicon.Shipped();

        Assert.Matches("^[0-9a-f]{16}$", shipped.Version);
        Assert.Equal(shipped.Version, UrgencyLexicon.Shipped().Version);
        Assert.False(shipped.Version == Parse("selfharm\tcritical\tA\t죽고싶").Version);
        Assert.Equal(shipped.Version, new UrgencyTriage(shipped).Assess("", doubtful: false).LexiconVersion);
    }

    [Fact]
    public void A_list_of_the_counselors_takes_the_place_of_the_shipped_one()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "lexicon-of-the-counselors.tsv");
        File.WriteAllText(path, "# reviewed\r\nminor\thigh\tA\t중2\t\r\n\r\n");

        var entry = Assert.Single(UrgencyLexicon.Load(path).Entries);

        Assert.Equal(("minor", Severity.High, false, "중2", "minor"), (entry.Category, entry.Severity, entry.AtWordStart, entry.Stem, entry.Signal));
    }

    [Fact]
    public void Stems_are_compared_in_the_form_of_the_texts() => Assert.Equal("deepfake", Assert.Single(Parse("distribution\thigh\tA\tDeep Fake").Entries).Stem);

    [Theory]
    [InlineData("selfharm\tcritical\tA", "line 1: four fields")]
    [InlineData("selfharm\turgent\tA\t죽고싶", "severity \"urgent\" is unknown")]
    [InlineData("selfharm\tcritical\tX\t죽고싶", "mode \"X\" is unknown")]
    [InlineData("selfharn\tcritical\tA\t죽고싶", "category \"selfharn\" cannot raise")]
    [InlineData("selfharm\tcritical\tA\t죽", "must have at least two characters")]
    [InlineData("# nothing", "it has no entries")]
    public void A_faulty_list_says_which_line_and_why(string file, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<InvalidDataException>(() => Parse(file)).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_faulty_line_is_named_at_once()
    {
        var fault = Assert.Throws<InvalidDataException>(() => Parse("a\tb\n# fine\nselfharm\tcritical\tX\t죽고싶\n"));

        Assert.Contains("line 1:", fault.Message, StringComparison.Ordinal);
        Assert.Contains("line 3:", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_phrases_sent_along_are_few_enough_and_unique()
    {
        Assert.InRange(RecognitionPhrases.All.Count, 10, 500);
        Assert.Equal(RecognitionPhrases.All.Count, RecognitionPhrases.All.Distinct(StringComparer.Ordinal).Count());
    }

    private static UrgencyLexicon Parse(string file) => UrgencyLexicon.Parse(Encoding.UTF8.GetBytes(file), "test");
}
