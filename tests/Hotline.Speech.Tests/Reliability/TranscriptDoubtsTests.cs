namespace Hotline.Speech.Tests;

public sealed class TranscriptDoubtsTests
{
    private const string Plain = "안녕하세요. 상담을 받고 싶어서 전화했어요.";

    [Fact]
    public void Ordinary_speech_raises_no_doubt() => Assert.Empty(Of(Plain));

    [Theory]
    [InlineData(0.39, true)]
    [InlineData(0.4, false)]
    public void Low_confidence_is_a_doubt(double confidence, bool doubted) => Assert.Equal(doubted, Of(Plain, confidence).Contains(Doubt.LowConfidence));

    [Fact]
    public void Confidence_nobody_knows_is_a_doubt() => Assert.Equal([Doubt.UnknownConfidence], Of(Plain, confidence: null));

    [Theory]
    [InlineData(0.61, true)]
    [InlineData(0.6, false)]
    public void An_engine_that_thinks_nobody_spoke_is_a_doubt(double probability, bool doubted) =>
        Assert.Equal(doubted, Of(Plain, noSpeech: probability).Contains(Doubt.NoSpeechLikely));

    [Theory]
    [InlineData("시청해주셔서 감사합니다")]
    [InlineData("오늘도 시청해 주셔서 감사합니다.")]
    [InlineData("여기까지 MBC 뉴스 김지경입니다.")]
    [InlineData("구독과 좋아요, 알림 설정까지 부탁드립니다")]
    [InlineData("다음 영상에서 만나요")]
    [InlineData("이 영상은 유료광고를 포함하고 있습니다.")]
    [InlineData("한글자막 by 김수현")]
    [InlineData("Thank you for watching!")]
    public void Sentences_that_engines_invent_are_a_doubt(string text) => Assert.Contains(Doubt.PhantomPhrase, Of(text));

    [Theory]
    [InlineData("상담해 주셔서 감사합니다.")]
    [InlineData("제 영상이 뉴스에 나왔어요.")]
    [InlineData("구독한 적이 없는데 메시지가 와요.")]
    [InlineData("다음 주에 전화 주세요.")]
    public void Sentences_that_callers_say_are_not(string text) => Assert.DoesNotContain(Doubt.PhantomPhrase, Of(text));

    [Fact]
    public void A_caller_who_says_more_than_an_invented_sentence_is_not_silenced()
    {
        Assert.True(PhantomPhrases.AreAllOf("MBC 뉴스 이덕영입니다. 시청해 주셔서 감사합니다!"));
        Assert.False(PhantomPhrases.AreAllOf("살려주세요 시청해주셔서 감사합니다"));
        Assert.False(PhantomPhrases.AreAllOf("도와주세요"));
        Assert.False(PhantomPhrases.AreAllOf(""));
    }

    [Theory]
    [InlineData("네네네네네네네네네네", true)]
    [InlineData("그래서 그래서 그래서 그래서 그래서", true)]
    [InlineData("감사합니다. 감사합니다. 감사합니다. 감사합니다. 감사합니다.", true)]
    [InlineData("감사합니다. 감사합니다. 감사합니다. 감사합니다.", false)]
    [InlineData("여보세요 여보세요 여보세요", false)]
    [InlineData("..........", false)]
    public void A_unit_said_five_times_in_a_row_is_a_doubt(string text, bool doubted) => Assert.Equal(doubted, Of(text).Contains(Doubt.Repetition));

    [Theory]
    [InlineData("네", 2, true)]
    [InlineData("네 네 네", 2, false)]
    [InlineData("네", 1.9, false)]
    public void Few_syllables_in_much_speech_are_a_doubt(string text, double seconds, bool doubted) =>
        Assert.Equal(doubted, Of(text, speech: seconds).Contains(Doubt.TooFewSyllables));

    [Theory]
    [InlineData(13, true)]
    [InlineData(12, false)]
    public void More_syllables_than_a_mouth_can_speak_are_a_doubt(int syllables, bool doubted) =>
        Assert.Equal(doubted, Of(string.Concat(Enumerable.Range(0, syllables).Select(index => (char)('가' + (index * 29)))), speech: 1).Contains(Doubt.TooManySyllables));

    [Fact]
    public void Without_a_measure_of_voice_the_length_of_the_audio_stands_in()
    {
        var result = Result(new string('가', 1) + string.Concat(Enumerable.Range(1, 60).Select(index => (char)('가' + (index * 29)))), 0.9, 0);

        Assert.Contains(Doubt.TooManySyllables, TranscriptDoubts.Of(result, voice: null, TimeSpan.FromSeconds(4), durationDiffers: false));
        Assert.DoesNotContain(Doubt.LittleSpeech, TranscriptDoubts.Of(result, voice: null, TimeSpan.FromSeconds(4), durationDiffers: false));
    }

    [Fact]
    public void No_words_little_speech_and_a_wrong_length_are_doubts() =>
        Assert.Equal([Doubt.NoWords, Doubt.LittleSpeech, Doubt.DurationMismatch], TranscriptDoubts.Of(Result("", null, 0), Voice(0.1), TimeSpan.FromSeconds(4), durationDiffers: true));

    private static IReadOnlyList<Doubt> Of(string text, double? confidence = 0.9, double noSpeech = 0, double speech = 4) =>
        TranscriptDoubts.Of(Result(text, confidence, noSpeech), Voice(speech), TimeSpan.FromSeconds(5), durationDiffers: false);

    private static SttResult Result(string text, double? confidence, double noSpeech) =>
        new("test", text, TimeSpan.FromSeconds(5), [new SttSegment(TimeSpan.Zero, TimeSpan.FromSeconds(1), text, confidence, noSpeech)], confidence);

    private static VoiceActivity Voice(double seconds) => new([new SpeechSegment(TimeSpan.Zero, TimeSpan.FromSeconds(seconds))], 0.9);
}
