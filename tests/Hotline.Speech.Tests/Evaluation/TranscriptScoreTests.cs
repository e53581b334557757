using CsCheck;

namespace Hotline.Speech.Tests;

public sealed class TranscriptScoreTests
{
    private static readonly UrgencyLexicon Lexicon = UrgencyLexicon.Shipped();

    [Theory]
    [InlineData("상담 받고 싶어요.", "상담받고 싶어요", 0, 0, 0, 7)]
    [InlineData("상담", "상당", 1, 0, 0, 2)]
    [InlineData("상담이", "상이", 0, 1, 0, 3)]
    [InlineData("상이", "상담이", 0, 0, 1, 2)]
    [InlineData("", "유령", 0, 0, 2, 0)]
    [InlineData("유령", "", 0, 2, 0, 2)]
    public void Characters_are_compared_without_spaces_and_punctuation(string said, string written, int substitutions, int deletions, int insertions, int length) =>
        Assert.Equal(new ErrorRate(substitutions, deletions, insertions, length), Score(said, written).Characters);

    [Fact]
    public void One_wrong_jamo_is_less_than_one_wrong_syllable()
    {
        var score = Score("되요", "돼요");

        Assert.Equal(0.5, score.Characters.Rate);
        Assert.Equal(0.25, score.Jamo.Rate);
    }

    [Fact]
    public void A_number_in_another_spelling_is_an_error_only_where_spelling_counts()
    {
        var score = Score("번호는 공일공 공공공공 일이삼사입니다", "번호는 010-0000-1234입니다");

        Assert.Equal(11, score.Characters.Errors);
        Assert.Equal(0, score.CharactersWithFigures.Errors);
    }

    [Fact]
    public void Keyword_recall_counts_only_stems_that_raise()
    {
        var recall = Score("협박을 당해서 죽고 싶어요. 상담 부탁해요.", "협박을 당해서 집고 싶어요.").Keywords;

        Assert.Equal(["협박", "죽고싶"], recall.Expected);
        Assert.Equal(["죽고싶"], recall.Missed);
        Assert.Equal(0.5, recall.Rate);
    }

    [Fact]
    public void Nothing_to_find_is_no_success() => Assert.Null(Score("네", "네").Keywords.Rate);

    [Fact]
    public void Something_invented_over_nothing_is_a_full_error() => Assert.Equal(1, Score("", "유령").Characters.Rate);

    [Fact]
    public void The_distance_obeys_the_laws_of_one() => Gen.Select(Gen.String[Gen.Char['가', '깋'], 0, 12], Gen.String[Gen.Char['가', '깋'], 0, 12]).Sample((a, b) =>
    {
        var forth = ErrorRate.Between(a, b);
        var back = ErrorRate.Between(b, a);

        Assert.Equal(forth.Errors, back.Errors);
        Assert.Equal(0, ErrorRate.Between(a, a).Errors);
        Assert.Equal(b.Length - a.Length, forth.Insertions - forth.Deletions);
        Assert.InRange(forth.Errors, Math.Abs(a.Length - b.Length), Math.Max(a.Length, b.Length));
    });

    private static TranscriptScore Score(string said, string written) => TranscriptScore.Of(said, written, Lexicon);
}
