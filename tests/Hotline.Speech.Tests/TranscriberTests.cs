using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Speech.Tests;

public sealed class TranscriberTests : IAsyncLifetime
{
    private const string Phantom = "시청해 주셔서 감사합니다.";

    private SpeechServer azure = null!;
    private SpeechServer selfHosted = null!;

    [Fact]
    public async Task Switched_off_means_off_whatever_the_recording_is()
    {
        await using var host = Host(TranscriptionMode.Off);

        Assert.IsType<TranscriptOutcome.Off>(await host.Transcriber.TranscribeAsync(new Recording(default, ""), CancellationToken.None));
    }

    [Fact]
    public async Task A_spoken_message_becomes_words_with_what_was_measured()
    {
        await using var host = Host(TranscriptionMode.Azure);

        var transcript = await TranscribedAsync(host, Sample.Recording("espeak-p02.wav", TimeSpan.FromSeconds(4)));

        Assert.Equal("상담을 받고 싶어요.", transcript.Text);
        Assert.Equal(("azure-speech", 0.91), (transcript.Provider, transcript.Confidence));
        Assert.InRange(transcript.SpeechDuration!.Value.TotalSeconds, 2, 4.4);
        Assert.Equal(4.33, transcript.AudioDuration.TotalSeconds, 0.05);
        Assert.Empty(transcript.Doubts);
        Assert.False(transcript.IsDoubtful);
    }

    [Theory]
    [InlineData("silence.wav")]
    [InlineData("pink-noise.wav")]
    [InlineData("tone-480hz.wav")]
    public async Task Silence_is_never_sent_and_never_becomes_words(string name)
    {
        azure.Words = Phantom;
        await using var host = Host(TranscriptionMode.Azure);

        var outcome = await host.Transcriber.TranscribeAsync(Sample.Recording(name), CancellationToken.None);

        Assert.InRange(Assert.IsType<TranscriptOutcome.NoSpeech>(outcome).AudioDuration.TotalSeconds, 5.9, 8.1);
        Assert.Empty(azure.Calls);
    }

    [Fact]
    public async Task One_short_word_after_a_long_silence_is_heard()
    {
        azure.Words = "살려주세요.";
        await using var host = Host(TranscriptionMode.Azure);

        var transcript = await TranscribedAsync(host, Sample.Recording("short-speech-after-silence.wav"));

        Assert.Equal("살려주세요.", transcript.Text);
    }

    [Theory]
    [InlineData("시청해 주셔서 감사합니다.")]
    [InlineData("MBC 뉴스 이덕영입니다.")]
    [InlineData("한글자막 by 한효정")]
    [InlineData("구독과 좋아요 부탁드립니다. 다음 영상에서 만나요!")]
    [InlineData("")]
    public async Task An_invented_sentence_over_a_sound_too_short_for_speech_is_no_speech(string invented)
    {
        azure.Words = invented;
        await using var host = Host(TranscriptionMode.Azure);

        var outcome = await host.Transcriber.TranscribeAsync(TenthOfASecond(), CancellationToken.None);

        Assert.IsType<TranscriptOutcome.NoSpeech>(outcome);
        Assert.Single(azure.Calls);
    }

    [Fact]
    public async Task Real_words_over_hardly_any_voice_are_kept_and_doubted()
    {
        azure.Words = "도와주세요.";
        await using var host = Host(TranscriptionMode.Azure);

        var transcript = await TranscribedAsync(host, TenthOfASecond());

        Assert.Equal("도와주세요.", transcript.Text);
        Assert.Contains(Doubt.LittleSpeech, transcript.Doubts);
    }

    [Fact]
    public async Task An_invented_sentence_over_real_speech_is_kept_and_doubted()
    {
        azure.Words = Phantom;
        await using var host = Host(TranscriptionMode.Azure);

        Assert.Contains(Doubt.PhantomPhrase, (await TranscribedAsync(host, Sample.Recording("espeak-p02.wav"))).Doubts);
    }

    [Fact]
    public async Task A_voice_without_words_is_a_doubtful_transcript_and_not_silence()
    {
        azure.Words = "";
        await using var host = Host(TranscriptionMode.Azure);

        var transcript = await TranscribedAsync(host, Sample.Recording("espeak-p02.wav"));

        Assert.Equal("", transcript.Text);
        Assert.Contains(Doubt.NoWords, transcript.Doubts);
    }

    [Fact]
    public async Task When_voice_cannot_be_measured_even_silence_is_sent()
    {
        await using var host = Host(TranscriptionMode.Azure, services => services.AddSingleton(new VoiceActivityDetector(() => [1])));

        var transcript = await TranscribedAsync(host, Sample.Recording("silence.wav"));

        Assert.Null(transcript.SpeechDuration);
        Assert.Single(azure.Calls);
        Assert.Contains("Voice activity could not be measured", host.Log.Text, StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[], string> OtherAudio => new()
    {
        { "MP3 with tags", [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 0, 0xFF, 0xFB, 0x50, 0xC4], "audio/mpeg" },
        { "MP3 frames", [0xFF, 0xFB, 0x50, 0xC4, 0, 0, 0, 0, 0, 0, 0, 0, 0], "audio/mpeg" },
        { "a WAV with GSM inside", (WavFile.Of([1, 2, 3, 4]) with { Tag = 0x31 }).Bytes(), "audio/wav" },
        { "Ogg", [.. "OggS"u8, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0], "audio/ogg" },
        { "unknown bytes", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13], "application/octet-stream" },
    };

    [Theory]
    [MemberData(nameof(OtherAudio))]
    public async Task Audio_that_is_not_decoded_here_goes_to_the_provider_as_it_is(string kind, byte[] audio, string contentType)
    {
        await using var host = Host(TranscriptionMode.Azure);

        var transcript = await TranscribedAsync(host, new Recording(audio, "audio/mpeg", TimeSpan.FromSeconds(4)));

        var part = Assert.Single(azure.Calls).Part("audio")!;
        Assert.True(part.ContentType == contentType, kind);
        Assert.Equal(audio, part.Bytes);
        Assert.Null(transcript.SpeechDuration);
        Assert.Equal(TimeSpan.FromSeconds(4), transcript.AudioDuration);
    }

    public static TheoryData<string, byte[], string> NoAudio => new()
    {
        { "nothing", [], "audio/wav" },
        { "an error page", [.. "<!DOCTYPE html><html><body>Not found</body></html>"u8], "audio/x-wav" },
        { "an error document", [.. "{\"code\":20404,\"message\":\"not found\"}"u8], "audio/x-wav" },
        { "text by its type", [.. "no audio"u8], "text/plain" },
    };

    [Theory]
    [MemberData(nameof(NoAudio))]
    public async Task What_is_no_recording_is_said_to_be_unusable(string kind, byte[] bytes, string contentType)
    {
        await using var host = Host(TranscriptionMode.Azure);

        var outcome = await host.Transcriber.TranscribeAsync(new Recording(bytes, contentType), CancellationToken.None);

        Assert.True(Assert.IsType<TranscriptOutcome.Unusable>(outcome).Reason.EndsWith('.'), kind);
        Assert.Empty(azure.Calls);
    }

    [Fact]
    public async Task A_file_far_too_large_for_a_message_is_unusable()
    {
        await using var host = Host(TranscriptionMode.Azure);

        var outcome = await host.Transcriber.TranscribeAsync(new Recording(new byte[WavReader.MostBytes + 1], "audio/x-wav"), CancellationToken.None);

        Assert.IsType<TranscriptOutcome.Unusable>(outcome);
    }

    [Fact]
    public async Task A_length_other_than_announced_is_doubted()
    {
        await using var host = Host(TranscriptionMode.Azure);

        var transcript = await TranscribedAsync(host, Sample.Recording("espeak-p02.wav", TimeSpan.FromSeconds(30)));

        Assert.Equal([Doubt.DurationMismatch], transcript.Doubts);
    }

    [Fact]
    public async Task Silence_shorter_than_announced_is_not_called_silence()
    {
        await using var host = Host(TranscriptionMode.Azure);

        Assert.IsType<TranscriptOutcome.Unusable>(await host.Transcriber.TranscribeAsync(Sample.Recording("silence.wav", TimeSpan.FromSeconds(30)), CancellationToken.None));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(503)]
    [InlineData(415)]
    public async Task When_the_first_provider_cannot_the_second_is_asked(int status)
    {
        azure.Then([.. Enumerable.Repeat(Reply.Json(status, "{}"), 4)]);
        selfHosted.Words = "둘째가 들었어요.";
        await using var host = Host(TranscriptionMode.AzureThenSelfHosted);

        var transcript = await TranscribedAsync(host, Sample.Recording("espeak-p02.wav"));

        Assert.Equal(("self-hosted-speech", "둘째가 들었어요."), (transcript.Provider, transcript.Text));
        Assert.NotEmpty(azure.Calls);
    }

    [Fact]
    public async Task The_second_provider_is_left_alone_when_the_first_answers()
    {
        await using var host = Host(TranscriptionMode.SelfHostedThenAzure);

        Assert.Equal("self-hosted-speech", (await TranscribedAsync(host, Sample.Recording("espeak-p02.wav"))).Provider);
        Assert.Empty(azure.Calls);
    }

    [Fact]
    public async Task One_passing_fault_is_enough_to_try_again_later()
    {
        azure.Then(Reply.Json(401, "{}"));
        selfHosted.Then(Reply.Json(429, "{}", ("Retry-After", "300")));
        await using var host = Host(TranscriptionMode.AzureThenSelfHosted);

        var outcome = await host.Transcriber.TranscribeAsync(Sample.Recording("espeak-p02.wav"), CancellationToken.None);

        Assert.Equal(TimeSpan.FromMinutes(5), Assert.IsType<TranscriptOutcome.TryLater>(outcome).RetryAfter);
    }

    [Fact]
    public async Task Of_two_waits_the_shorter_counts()
    {
        azure.Then(Reply.Json(429, "{}", ("Retry-After", "600")));
        selfHosted.Then(Reply.Json(429, "{}", ("Retry-After", "300")));
        await using var host = Host(TranscriptionMode.AzureThenSelfHosted);

        var outcome = await host.Transcriber.TranscribeAsync(Sample.Recording("espeak-p02.wav"), CancellationToken.None);

        Assert.Equal(TimeSpan.FromMinutes(5), Assert.IsType<TranscriptOutcome.TryLater>(outcome).RetryAfter);
    }

    [Fact]
    public async Task Refusals_by_every_provider_name_each_of_them()
    {
        azure.Then(AzureContract.Refusal(403, "Forbidden", "m"));
        selfHosted.Then(Reply.Json(404, "{}"));
        await using var host = Host(TranscriptionMode.AzureThenSelfHosted);

        var outcome = await host.Transcriber.TranscribeAsync(Sample.Recording("espeak-p02.wav"), CancellationToken.None);

        var reason = Assert.IsType<TranscriptOutcome.Failed>(outcome).Reason;
        Assert.Equal("azure-speech answered 403 (Forbidden): Auth. self-hosted-speech answered 404: BadRequest.", reason);
    }

    [Fact]
    public async Task A_recording_that_no_provider_can_decode_is_unusable()
    {
        azure.Then(Reply.Json(415, "{}"));
        selfHosted.Then(Reply.Json(415, "{}"));
        await using var host = Host(TranscriptionMode.AzureThenSelfHosted);

        Assert.IsType<TranscriptOutcome.Unusable>(await host.Transcriber.TranscribeAsync(Sample.Recording("espeak-p02.wav"), CancellationToken.None));
    }

    [Fact]
    public async Task No_word_of_a_caller_is_logged()
    {
        azure.Words = "제 번호는 공일공 공공공공 일이삼사예요.";
        await using var host = Host(TranscriptionMode.Azure);

        await TranscribedAsync(host, Sample.Recording("espeak-p02.wav"));

        Assert.Contains("Voice activity: ", host.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("공일공", host.Log.Text, StringComparison.Ordinal);
    }

    public async Task InitializeAsync()
    {
        azure = await SpeechServer.StartAsync();
        selfHosted = await SpeechServer.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await azure.DisposeAsync();
        await selfHosted.DisposeAsync();
    }

    private SpeechHost Host(TranscriptionMode mode, Action<IServiceCollection>? change = null) => new(SpeechHost.Settings(mode, azure, selfHosted), change: change);

    private static async Task<Transcript> TranscribedAsync(SpeechHost host, Recording recording) =>
        Assert.IsType<TranscriptOutcome.Transcribed>(await host.Transcriber.TranscribeAsync(recording, CancellationToken.None)).Transcript;

    // Enough of a voice to be noticed, not enough to be a word: one second of silence, 0.1 s of speech, silence again.
    private static Recording TenthOfASecond()
    {
        using var speech = Sample.Sound("espeak-p02.wav");
        var samples = new float[3 * 8000];
        speech.Samples.Slice(2800, 800).CopyTo(samples.AsSpan(8000));

        return new Recording(WavFile.Of(samples, 8000).Bytes(), "audio/x-wav");
    }
}
