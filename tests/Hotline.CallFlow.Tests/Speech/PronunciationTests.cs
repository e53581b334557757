using CsCheck;
using Hotline.CallFlow.Speech;
using static Hotline.CallFlow.Tests.Hours.SeoulMoments;

namespace Hotline.CallFlow.Tests.Speech;

public sealed class PronunciationTests
{
    private static readonly string[] Pieces =
        ["-", " ", ",", ".", ":", "·", "#", "*", "%", "번", "시", "시간", "분", "월", "일", "개", "개월", "명", "로", "٣", "７"];

    // The values that the examples were written with.
    private static readonly Dictionary<string, Spoken> ExampleValues = new(StringComparer.Ordinal)
    {
        ["holidayName"] = new Spoken.Words("부처님 오신 날", "Buddha's Birthday"),
        ["nextOpen"] = new Spoken.Moment(At("2026-05-26T09:00:00"), At("2026-05-24T10:00:00")),
        ["retention"] = new Spoken.Words("30일 동안", "30 days"),
        ["agencyHours"] = CallFlow.Hours.OpeningHours.Of(CallFlow.Hours.HoursProfile.Weekday0918).Describe(),
        ["positionNative"] = new Spoken.Words(KoreanNumerals.Native(3), "3"),
        ["waitSpoken"] = new Spoken.Wait(TimeSpan.FromMinutes(5)),
        ["phoneDigits"] = new Spoken.Phone("+821012345678"),
        ["windowSpoken"] = new Spoken.Window(At("2026-11-25T14:00:00"), At("2026-11-25T16:00:00"), At("2026-11-24T10:00:00")),
        ["maxRecord"] = new Spoken.Length(TimeSpan.FromMinutes(2)),
        ["refDigits"] = new Spoken.Reference("47209315"),
        ["agencyName"] = new Spoken.Words("방송미디어통신심의위원회", ""),
        ["agencyDigits"] = new Spoken.ShortCode("1377"),
        ["urgencyLabel"] = new Spoken.Words("긴급", "urgent"),
        ["languageLabel"] = new Spoken.Words("한국어", "Korean"),
    };

    // The rule for hyphens (a pause) stands in the same specification as this example, which leaves the pause out. The rule is followed.
    private const string WithoutItsPause = "일오칠칠일삼육육";
    private const string WithItsPause = "일오칠칠, 일삼육육";

    public static TheoryData<string, string, string> Examples()
    {
        var examples = new TheoryData<string, string, string>();
        foreach (var cells in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Speech", "spoken-examples.tsv")).Skip(1).Select(line => line.Split('\t')))
            examples.Add(cells[0], cells[1], cells[4]);
        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_prompt_is_spoken_as_in_the_specification(string key, string korean, string spoken)
    {
        var filled = ExampleValues.Aggregate(korean, (text, value) =>
            text.Replace($"{{{value.Key}}}", value.Value.In(Language.Korean), StringComparison.Ordinal));

        var pronounced = Pronunciation.Korean(filled);

        Assert.Equal(spoken.Replace(WithoutItsPause, WithItsPause, StringComparison.Ordinal), pronounced);
        Assert.NotEmpty(key);
    }

    [Theory]
    [InlineData("0번", "영 번")]
    [InlineData("1번을", "일 번을")]
    [InlineData("10번", "십 번")]
    [InlineData("24시간", "이십사 시간")]
    [InlineData("2시간", "두 시간")]
    [InlineData("13개 언어", "열세 개 언어")]
    [InlineData("3개월", "삼 개월")]
    [InlineData("4자리", "네 자리")]
    [InlineData("20명", "스무 명")]
    [InlineData("3분", "삼 분")]
    [InlineData("30초", "삼십 초")]
    [InlineData("30일", "삼십 일")]
    [InlineData("365일", "삼백육십오 일")]
    [InlineData("6월 3일", "유월 삼일")]
    [InlineData("10월", "시월")]
    [InlineData("2026년 10월 5일", "이천이십육 년 시월 오일")]
    [InlineData("오후 2시 30분", "오후 두 시 삼십 분")]
    [InlineData("오전 11시부터", "오전 열한 시부터")]
    [InlineData("112로", "일일이로")]
    [InlineData("1366으로", "일삼육육으로")]
    [InlineData("109가", "일공구가")]
    [InlineData("1577-1366", "일오칠칠, 일삼육육")]
    [InlineData("02-735-8994", "공이, 칠삼오, 팔구구사")]
    [InlineData("3·1절", "삼일절")]
    [InlineData("1,300원", "천삼백 원")]
    [InlineData("3.5점", "삼 점 오점")]
    [InlineData("50%", "오십 퍼센트")]
    [InlineData("#을 누르고 *를", "우물정자을 누르고 별표를")]
    [InlineData("007", "공공칠")]
    [InlineData("7", "칠")]
    [InlineData("１３６６", "일삼육육")]
    [InlineData("99999999999999999999개", "구구구구구구구구구구구구구구구구구구구구개")]
    public void What_is_left_of_digits_is_put_into_words(string written, string spoken) => Assert.Equal(spoken, Pronunciation.Korean(written));

    [Theory]
    [InlineData("call 112.", "call 1 1 2.")]
    [InlineData("1577-1366 answers in 13 languages", "1 5 7 7, 1 3 6 6 answers in 13 languages")]
    [InlineData("the 24-hour line 1366", "the 24-hour line 1 3 6 6")]
    [InlineData("from 12:10 p.m. for 30 days", "from 12:10 p.m. for 30 days")]
    [InlineData("between 10 a.m. and 10 p.m.. Press 1", "between 10 a.m. and 10 p.m. Press 1")]
    [InlineData("02-735-8994", "0 2, 7 3 5, 8 9 9 4")]
    [InlineData("0 1 0, 0 0 0 0", "0 1 0, 0 0 0 0")]
    public void English_takes_the_numbers_of_agencies_apart(string written, string spoken) => Assert.Equal(spoken, Pronunciation.English(written));

    [Fact]
    public void No_digit_survives_whatever_is_written()
    {
        var piece = Gen.OneOf(
            Gen.Int[0, 100_000].Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Gen.Int[0, Pieces.Length - 1].Select(place => Pieces[place]));

        piece.Array[1, 12].Select(pieces => string.Concat(pieces)).Sample(text =>
            Assert.DoesNotContain(Pronunciation.Korean(text), character => char.IsDigit(character) || character is '#' or '*'));
    }

    [Fact]
    public void What_was_pronounced_once_stays_as_it_is() =>
        Assert.All(["0번", "24시간 1366", "6월 3일 오후 2시 30분", "13개 언어"], text =>
            Assert.Equal(Pronunciation.Korean(text), Pronunciation.Korean(Pronunciation.Korean(text))));

    [Fact]
    public void The_length_of_a_prompt_follows_from_its_syllables_sentences_and_commas()
    {
        Assert.Equal(TimeSpan.FromSeconds((11 / 5.5) + 0.35 + 0.2), SpokenLength.OfKorean("가가가가가, 나나나나나나."));
        Assert.Equal(TimeSpan.FromSeconds((13 / 2.6) + 0.35), SpokenLength.OfEnglish("a b c d e f g h i j k l m."));
    }
}
