using System.Text;
using CsCheck;

namespace Hotline.Speech.Tests;

public sealed class UrgencyTriageTests
{
    private static readonly UrgencyLexicon Lexicon = UrgencyLexicon.Shipped();
    private static readonly UrgencyTriage Triage = new(Lexicon);

    [Theory]
    [InlineData("지금 죽고 싶어요. 빨리 연락해 주세요.", Severity.Critical, "self-harm")]
    [InlineData("자살 생각은 아니고 그냥 힘들어요.", Severity.Critical, "self-harm")]
    [InlineData("집 앞에 와 있어요. 살려 주세요.", Severity.Critical, "physical-danger")]
    [InlineData("텔레그램에서 제 사진으로 딥페이크를 만들어서 돈을 보내라고 협박하고 있어요.", Severity.Critical, "ongoing-distribution", "blackmail")]
    [InlineData("가족한테 보내겠대요.", Severity.Critical, "blackmail")]
    [InlineData("영상이 단톡방에 올라와 있어요.", Severity.High, "ongoing-distribution")]
    [InlineData("TELEGRAM에 DeepFake가 있어요.", Severity.High, "ongoing-distribution")]
    [InlineData("ＴＥＬＥＧＲＡＭ 이요", Severity.High, "ongoing-distribution")]
    [InlineData("저는 중학생인데요. 부모님 모르게 상담 받고 싶어요.", Severity.High, "minor")]
    [InlineData("약을 먹었어요.", Severity.Critical, "physical-danger")]
    [InlineData("\"자살\"이라고 적었어요.", Severity.Critical, "self-harm")]
    public void Urgent_words_raise_and_say_why(string text, Severity severity, params string[] signals)
    {
        var assessment = Triage.Assess(text, doubtful: false);

        Assert.Equal(severity, assessment.Severity);
        Assert.Equal(signals.Order(StringComparer.Ordinal), assessment.Signals.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("투자 살펴보고 있었어요.")]
    [InlineData("이유 서류를 내라고 해서요.")]
    [InlineData("삭제 요청 진행 상황이 궁금해서 전화드렸습니다. 급한 것은 아닙니다.")]
    [InlineData("보유포인트가 궁금해요.")]
    [InlineData("상담 시간이 언제인가요?")]
    [InlineData("최신상품 문의예요.")]
    public void Harmless_words_that_look_alike_do_not_raise(string text)
    {
        var assessment = Triage.Assess(text, doubtful: false);

        Assert.Equal(Severity.None, assessment.Severity);
        Assert.Empty(assessment.Signals);
    }

    [Fact]
    public void A_tag_is_reported_and_raises_nothing()
    {
        var hit = Assert.Single(Triage.Assess("삭제해 주세요", doubtful: false).Hits);

        Assert.Equal(("deletion", Severity.None, "삭제"), (hit.Category, hit.Severity, hit.Stem));
    }

    [Theory]
    [InlineData("지금 죽고 싶어요.", "죽고 싶")]
    [InlineData("저 정말 죽 고  싶어요", "죽 고  싶")]
    [InlineData("  자살", "자살")]
    [InlineData("DEEPFAKE 영상", "DEEPFAKE")]
    [InlineData("👩‍👩‍👧 죽고싶어", "죽고싶")]
    public void A_hit_marks_the_words_in_the_text_as_it_was(string text, string marked)
    {
        var hit = Triage.Assess(text, doubtful: false).Hits.First(found => found.Severity != Severity.None);

        Assert.Equal(marked, text.Substring(hit.Start, hit.Length));
    }

    [Fact]
    public void Decomposed_syllables_are_the_same_words()
    {
        var text = "지금 죽고 싶어요".Normalize(NormalizationForm.FormD);

        var hit = Assert.Single(Triage.Assess(text, doubtful: false).Hits);

        Assert.Equal("죽고 싶", text.Substring(hit.Start, hit.Length).Normalize(NormalizationForm.FormC));
    }

    [Fact]
    public void Every_occurrence_is_marked_in_order()
    {
        var hits = Triage.Assess("협박이에요. 또 협박했어요.", doubtful: false).Hits;

        Assert.Equal([0, 9], hits.Select(hit => hit.Start));
    }

    [Fact]
    public void Doubt_and_silence_ask_for_a_person()
    {
        Assert.Equal(Severity.Review, Triage.Assess("괜찮습니다.", doubtful: true).Severity);
        Assert.Equal(Severity.Review, Triage.Assess("", doubtful: false).Severity);
        Assert.Equal(Severity.None, Triage.Assess("괜찮습니다.", doubtful: false).Severity);
    }

    [Fact]
    public void Every_stem_of_the_list_is_found_where_it_stands_alone() => Assert.All(Lexicon.Entries, entry =>
        Assert.Contains(Triage.Assess(entry.Stem, doubtful: false).Hits, hit => hit.Stem == entry.Stem && hit.Start == 0 && hit.Length == entry.Stem.Length));

    private static readonly Gen<string> Words = Gen.Select(
        Gen.OneOf(Gen.OneOf([.. Lexicon.Entries.Select(entry => entry.Stem)]), Gen.String, Gen.OneOf("자살 생각은 아니고", "괜찮아요", "\uD800", "투자 살펴", "안 죽고 싶어요")).Array[0, 8],
        words => string.Join(' ', words));

    private static readonly Gen<Severity> Severities = Gen.Enum<Severity>();

    [Fact]
    public void Severity_never_falls_whatever_a_caller_says() => Gen.Select(Severities, Words, Gen.Bool).Sample((current, text, doubtful) =>
        Assert.True(current.RaiseTo(Triage.Assess(text, doubtful).Severity) >= current));

    [Fact]
    public void More_words_and_more_doubt_never_lower() => Gen.Select(Words, Words, Gen.Bool).Sample((first, second, doubtful) =>
    {
        var alone = Triage.Assess(first, doubtful);
        var longer = Triage.Assess($"{first} {second}", doubtful: true);

        Assert.True(longer.Severity >= (string.IsNullOrWhiteSpace(first) ? Severity.None : alone.Severity));
        Assert.Subset(longer.Signals.ToHashSet(StringComparer.Ordinal), alone.Signals.ToHashSet(StringComparer.Ordinal));
    });

    [Fact]
    public void The_order_in_which_severities_arrive_does_not_matter() => Gen.Select(Severities, Severities, Severities).Sample((a, b, c) =>
        Assert.Equal(a.RaiseTo(b).RaiseTo(c), c.RaiseTo(a).RaiseTo(b)));

    [Fact]
    public void Every_mark_lies_inside_the_text() => Words.Sample(text =>
        Assert.All(Triage.Assess(text, doubtful: false).Hits, hit =>
            Assert.Contains(hit.Stem[0], text.Substring(hit.Start, hit.Length).Normalize(NormalizationForm.FormKC).ToLowerInvariant())));
}
