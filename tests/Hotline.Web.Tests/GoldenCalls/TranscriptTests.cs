namespace Hotline.Web.Tests.GoldenCalls;

/// <summary>A golden call that cannot be understood, or that checks nothing, is refused with the line and with what would be right.</summary>
public sealed class TranscriptTests
{
    private const string Whole = "# 제목\n전화 휴대폰\n듣기 안녕하세요.\n결과 통화 이어짐";

    [Fact]
    public void A_title_comments_and_blank_lines_surround_the_instructions()
    {
        var transcript = Transcript.Read("# 처음\n\n  # 또 하나\n근무 있음\n전화 107 5678\n누름 3 접수번호 #\n말씀 p01 \"네.\" 끊음\n듣기만 네.\n결과 통화 끊음 | 사례 1건 보통 받아씀\n");

        Assert.Equal("처음", transcript.Title);
        Assert.Equal(
            [
                new Instruction.Duty(true) { Line = 4 },
                new Instruction.Dial(Sandbox.Network.CallerKind.Relay, 5678) { Line = 5 },
                new Instruction.Press("3접수번호#") { Line = 6 },
                new Instruction.Speak("p01", "네.", null) { Line = 7 },
                new Instruction.HearsOnly("네.") { Line = 8 },
            ],
            transcript.Instructions.SkipLast(1));
        Assert.Equal(
            [KeyValuePair.Create("통화", "끊음"), KeyValuePair.Create("사례", "1건 보통 받아씀")],
            Assert.IsType<Instruction.Expect>(transcript.Instructions[^1]).Facts);
    }

    [Theory]
    [InlineData("누루 3", "'누루'")]
    [InlineData("누름 3a", "'3a'")]
    [InlineData("누름", "''")]
    [InlineData("침묵 두 번", "'두 번'")]
    [InlineData("듣기", "들을 말이 없습니다")]
    [InlineData("기다림 조금", "'조금'")]
    [InlineData("시간 3명", "'3명'")]
    [InlineData("시각 내일 10:00", "'내일 10:00'")]
    [InlineData("근무 한명", "있음, 없음")]
    [InlineData("전화 집", "휴대폰, 발신제한, 해외, 107")]
    [InlineData("전화 휴대폰 56", "'56'")]
    [InlineData("기관 1366", "기관 1366 받음")]
    [InlineData("기관 1366 쉼", "'쉼'")]
    [InlineData("대기자 많음", "대기자 2명")]
    [InlineData("말씀 p09 \"네\" #", "말씀 p01")]
    [InlineData("말씀 p01 \"네\"", "말씀 p01")]
    [InlineData("소리 음악", "삐, 재생")]
    [InlineData("결과 통화", "통화 끊음 | 사례 없음")]
    [InlineData("결과 기분 좋음", "'기분'")]
    [InlineData("영업 Always", "첫 '전화' 앞")]
    public void A_line_that_is_not_understood_is_named(string line, string says)
    {
        var refused = Assert.Throws<TranscriptException>(() => Transcript.Read(Whole.Replace("\n결과", $"\n{line}\n결과", StringComparison.Ordinal)));

        Assert.Equal(4, refused.Line);
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("전화 휴대폰\n듣기 안녕하세요.\n결과 통화 이어짐", 1, "제목")]
    [InlineData("# 제목\n근무 있음", 2, "'전화' 줄이 없습니다")]
    [InlineData("# 제목\n전화 휴대폰\n결과 통화 이어짐", 3, "아무것도 확인하지 않는")]
    [InlineData("# 제목\n전화 휴대폰\n듣기 안녕하세요.\n끊음", 4, "마지막 줄은 '결과'")]
    [InlineData("# 제목\n누름 3\n전화 휴대폰\n듣기 안녕하세요.\n결과 통화 이어짐", 2, "아직 전화하지 않았습니다")]
    public void A_call_that_is_not_whole_is_refused(string text, int line, string says)
    {
        var refused = Assert.Throws<TranscriptException>(() => Transcript.Read(text));

        Assert.Equal(line, refused.Line);
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }
}
