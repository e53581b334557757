using System.Text.RegularExpressions;
using Hotline.CallFlow.Hours;
using Hotline.CallFlow.Speech;
using Hotline.Web.Prompts;
using static Hotline.CallFlow.Tests.Hours.SeoulMoments;

namespace Hotline.CallFlow.Tests.Prompts;

/// <summary>House rules for everything that a caller hears. Each placeholder is filled with its longest likely value.</summary>
public sealed partial class PromptWordingTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(25);
    private static readonly string Directory = Path.Combine(AppContext.BaseDirectory, "prompts");
    private static readonly PromptCatalogue Catalogue = PromptCatalogue.Load(Directory, []);

    private static readonly DateTimeOffset Now = At("2026-11-24T10:00:00");
    private static readonly Spoken.Window Window = new(At("2026-11-27T10:30:00"), At("2026-11-27T17:30:00"), Now);

    private static readonly Dictionary<string, Spoken> Values = new(StringComparer.Ordinal)
    {
        ["agencyDigits"] = new Spoken.ShortCode("1577-1366"),
        ["agencyHours"] = OpeningHours.Of(HoursProfile.Weekday0918).Describe(),
        ["agencyName"] = new Spoken.Words("방송미디어통신심의위원회", "the Korea Media Communications Standards Commission"),
        ["dayOne"] = new Spoken.Day(new(2026, 11, 25), new(2026, 11, 24)),
        ["dayTwo"] = new Spoken.Day(new(2026, 11, 26), new(2026, 11, 24)),
        ["dayThree"] = new Spoken.Day(new(2026, 11, 27), new(2026, 11, 24)),
        ["holidayName"] = new Spoken.Words("부처님 오신 날 대체공휴일", "Buddha's Birthday substitute holiday"),
        ["languageLabel"] = new Spoken.Words("한국어", "Korean"),
        ["maxRecord"] = new Spoken.Length(TimeSpan.FromSeconds(150)),
        ["nextOpen"] = new Spoken.Moment(At("2026-12-28T09:30:00"), Now),
        ["position"] = new Spoken.People(17),
        ["phoneDigits"] = new Spoken.Phone("+821000001234"),
        ["refDigits"] = new Spoken.Reference("47209315"),
        ["retention"] = new Spoken.Days(1825),
        ["urgencyLabel"] = new Spoken.Words("긴급", "urgent"),
        ["wait"] = new Spoken.Wait(TimeSpan.FromHours(1)),
        ["window"] = Window,
    };

    public static TheoryData<string> Keys => [.. Catalogue.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_prompt_lasts_at_most_25_seconds(string key)
    {
        Assert.InRange(SpokenLength.OfKorean(Korean(key)), TimeSpan.Zero, Longest);
        Assert.InRange(SpokenLength.OfEnglish(English(key)), TimeSpan.Zero, Longest);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void No_digit_reaches_the_Korean_voice(string key) =>
        Assert.DoesNotContain(Korean(key), character => char.IsDigit(character) || character is '#' or '*' or '{' or '}');

    [Theory]
    [MemberData(nameof(Keys))]
    public void The_Korean_voice_gets_Hangul_and_the_English_voice_none(string key)
    {
        Assert.DoesNotContain(Korean(key), char.IsAsciiLetter);
        Assert.DoesNotContain(English(key), character => character is >= 'ᄀ' and <= 'ᇿ' or >= '가' and <= '힣' or >= 'ㄱ' and <= 'ㆎ');
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void No_agency_number_reaches_the_English_voice_as_a_quantity(string key) =>
        Assert.DoesNotMatch("[0-9]{3}", English(key));

    // DOMAIN T14, and their English counterparts.
    [Theory]
    [MemberData(nameof(Keys))]
    public void Nothing_blames_the_caller(string key)
    {
        string[] korean = ["왜", "몰카", "음란물", "야동", "리벤지", "부주의", "성적 수치심", "본인 책임", "증거 있으세요", "진정하세요"];
        string[] english = ["why did", "why were", "revenge", "porn", "careless", "your fault", "do you have proof", "calm down", "shame"];

        Assert.All(korean, word => Assert.DoesNotContain(word, Korean(key), StringComparison.Ordinal));
        Assert.All(english, word => Assert.DoesNotContain(word, English(key), StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void No_particle_that_depends_on_a_final_consonant_follows_a_placeholder(string key) =>
        Assert.DoesNotMatch(DependentParticle(), Rows()[key].Ko);

    [Theory]
    [InlineData("{agencyName}은 멉니다", true)]
    [InlineData("{agencyName}으로 연결", true)]
    [InlineData("{agencyName}이라는 곳", true)]
    [InlineData("{agencyName}와 함께", true)]
    [InlineData("{agencyName}에 연결", false)]
    [InlineData("{agencyDigits}입니다", false)]
    [InlineData("{position} 계십니다", false)]
    public void A_particle_that_depends_on_a_final_consonant_is_recognised(string korean, bool depends) =>
        Assert.Equal(depends, DependentParticle().IsMatch(korean));

    [Theory]
    [MemberData(nameof(Keys))]
    public void Minutes_are_never_written_in_digits_because_they_read_as_people(string key) => Assert.DoesNotMatch("[0-9] ?분", Rows()[key].Ko);

    [Theory]
    [MemberData(nameof(Keys))]
    public void Both_languages_offer_the_same_keys(string key)
    {
        var korean = KoreanKey().Matches(Rows()[key].Ko).Select(match => match.Groups["key"].Value);

        var english = EnglishDigit().Matches(Rows()[key].En.Replace("nine", "9", StringComparison.Ordinal)).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

        Assert.All(korean, digit => Assert.Contains(digit, english, StringComparer.Ordinal));
    }

    // DOMAIN T8, T11: before the reference is verified nobody learns who calls.
    [Theory]
    [InlineData("outbound.open")]
    [InlineData("outbound.verify")]
    [InlineData("outbound.verify.again")]
    [InlineData("outbound.verify.failed")]
    [InlineData("outbound.unverified")]
    [InlineData("outbound.later")]
    [InlineData("outbound.wrong")]
    [InlineData("outbound.voicemail")]
    [InlineData("greeting.open.discreet")]
    [InlineData("greeting.closed.discreet")]
    [InlineData("whisper.offer.neutral")]
    [InlineData("whisper.callback.neutral")]
    [InlineData("exit.cover")]
    public void Whoever_listens_learns_neither_the_name_nor_the_subject(string key)
    {
        Assert.DoesNotMatch("디지털|성범죄|피해|삭제|센터", Korean(key));
        Assert.DoesNotMatch("(?i)digital|sexual|crime|victim|deletion|center", English(key));
    }

    // T1.
    [Fact]
    public void The_first_prompt_lasts_at_most_16_seconds_and_offers_a_counselor_within_12()
    {
        var greeting = Korean("greeting.open");
        var offer = greeting.IndexOf("영 번", StringComparison.Ordinal);

        Assert.InRange(SpokenLength.OfKorean(greeting), TimeSpan.Zero, TimeSpan.FromSeconds(16));
        Assert.InRange(SpokenLength.OfKorean(greeting[..offer]), TimeSpan.Zero, TimeSpan.FromSeconds(12));
    }

    // DOMAIN T1: "about 42 seconds".
    [Fact]
    public void The_whole_opening_lasts_at_most_45_seconds()
    {
        var opening = SpokenLength.OfKorean(Korean("greeting.open")) + SpokenLength.OfEnglish(English("language.offer"))
            + SpokenLength.OfKorean(Korean("privacy.notice")) + SpokenLength.OfKorean(Korean("menu.main"));

        Assert.InRange(opening, TimeSpan.Zero, TimeSpan.FromSeconds(45));
    }

    // DOMAIN L3: purpose, items, period, and the right to refuse.
    [Theory]
    [InlineData("privacy.detail", "전화번호와 원하시는 시간", "연락드리기 위해", "보관합니다", "동의하지 않으셔도")]
    [InlineData("recording.notice", "남기시는 말씀", "상담을 위해", "보관합니다", "남기지 않으셔도")]
    public void Whoever_consents_was_told_what_why_how_long_and_that_no_is_an_answer(string key, string items, string purpose, string period, string refusal)
    {
        var korean = Korean(key);

        Assert.Contains(items, korean, StringComparison.Ordinal);
        Assert.Contains(purpose, korean, StringComparison.Ordinal);
        Assert.Contains("천팔백이십오 일 동안 " + period, korean, StringComparison.Ordinal);
        Assert.Contains(refusal, korean, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_holds_the_keys_of_its_own_area()
    {
        foreach (var file in System.IO.Directory.GetFiles(Directory, "*.tsv"))
        {
            var area = Path.GetFileNameWithoutExtension(file);
            var allowed = string.Equals(area, "goodbye", StringComparison.Ordinal) ? ["goodbye", "exit"] : new[] { area };
            Assert.All(File.ReadLines(file).Skip(1), line => Assert.Contains(line.Split('\t')[0].Split('.')[0], allowed, StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Every_prompt_of_the_specification_is_there()
    {
        var specified = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Speech", "spoken-examples.tsv")).Skip(1).Select(line => line.Split('\t')[0]).ToList();

        Assert.Equal(78, specified.Count);
        Assert.All(specified, key => Assert.Contains(key, Catalogue.Keys, StringComparer.Ordinal));
    }

    private static string Korean(string key) => Catalogue.Text(key, Language.Korean, Values);

    private static string English(string key) => Catalogue.Text(key, Language.English, Values);

    private static Dictionary<string, PromptRow> Rows() => System.IO.Directory.GetFiles(Directory, "*.tsv")
        .SelectMany(file => PromptTable.Read(file, File.ReadAllText(file), []))
        .ToDictionary(row => row.Key, StringComparer.Ordinal);

    /// <summary>Any syllable after a placeholder but those that fit every word: 은/는, 이/가, 을/를, 으로/로 and their like do not.</summary>
    [GeneratedRegex(@"\}(?!입니다|에|까지|부터|동안|의|도|만)[가-힣]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DependentParticle();

    [GeneratedRegex(@"(?<key>[0-9])번", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KoreanKey();

    [GeneratedRegex("(?<![0-9])[0-9](?![0-9])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EnglishDigit();
}
