namespace Hotline.Speech.Tests;

public sealed class VoiceActivityTests : IDisposable
{
    private readonly VoiceActivityDetector detector = new();

    /// <summary>Made with the model's own reference segmentation in another language and runtime.</summary>
    private static readonly (double Start, double End)[] KoreanSegments = [(0.064, 9.344), (10.144, 12.16), (12.608, 17.152), (17.952, 33.359)];

    [Fact]
    public void The_segments_of_real_korean_are_those_of_the_reference_implementation()
    {
        var activity = Measure("ko-technical.wav");

        Assert.Equal(KoreanSegments.Length, activity.Segments.Count);
        Assert.All(KoreanSegments.Zip(activity.Segments), pair =>
        {
            Assert.Equal(pair.First.Start, pair.Second.Start.TotalSeconds, 0.001);
            Assert.Equal(pair.First.End, pair.Second.End.TotalSeconds, 0.001);
        });
    }

    [Theory]
    [InlineData("silence.wav")]
    [InlineData("pink-noise.wav")]
    [InlineData("tone-480hz.wav")]
    public void What_is_no_voice_is_silent(string name)
    {
        var activity = Measure(name);

        Assert.Empty(activity.Segments);
        Assert.InRange(activity.PeakProbability, 0, 0.1);
        Assert.True(activity.IsSilent);
    }

    [Fact]
    public void A_third_of_a_second_of_speech_after_eight_seconds_of_silence_is_found()
    {
        var activity = Measure("short-speech-after-silence.wav");

        Assert.InRange(activity.SpeechDuration.TotalSeconds, 0.2, 0.4);
        Assert.InRange(activity.PeakProbability, 0.9, 1);
        Assert.False(activity.IsSilent);
    }

    [Theory]
    [InlineData("espeak-p01.wav", 12.7)]
    [InlineData("ko-technical.wav", 31.3)]
    [InlineData("ko-technical-snr0.wav", 23.3)]
    public void The_seconds_of_speech_are_as_measured_before(string name, double seconds) =>
        Assert.Equal(seconds, Measure(name).SpeechDuration.TotalSeconds, 0.1);

    [Theory]
    [InlineData("espeak-p01-mulaw.wav")]
    [InlineData("espeak-p01-alaw.wav")]
    public void Companding_does_not_change_what_counts_as_speech(string name) =>
        Assert.Equal(Measure("espeak-p01.wav").SpeechDuration.TotalSeconds, Measure(name).SpeechDuration.TotalSeconds, 0.065);

    [Theory]
    [InlineData(16_000u, 2)]
    [InlineData(24_000u, 3)]
    [InlineData(48_000u, 6)]
    public void Other_sample_rates_are_measured_too(uint rate, int repeat)
    {
        using var narrow = Sample.Sound("ko-technical.wav");
        var wide = new float[narrow.Count * repeat];
        for (var index = 0; index < wide.Length; index++)
        {
            wide[index] = narrow.Samples[index / repeat];
        }

        using var sound = Assert.IsType<WavReading.Sound>(WavReader.Read(WavFile.Of(wide, rate).Bytes())).Samples;

        Assert.Equal(31.3, detector.Measure(sound).SpeechDuration.TotalSeconds, 1.5);
    }

    [Fact]
    public async Task Many_recordings_can_be_measured_at_once()
    {
        var alone = Measure("espeak-p03.wav");

        var together = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Measure("espeak-p03.wav"))));

        Assert.All(together, activity => Assert.Equal(alone.Segments, activity.Segments));
    }

    [Fact]
    public void A_sound_without_samples_is_silent()
    {
        using var sound = Assert.IsType<WavReading.Sound>(WavReader.Read(WavFile.Of([]).Bytes())).Samples;

        Assert.True(detector.Measure(sound).IsSilent);
    }

    [Fact]
    public void A_model_that_was_changed_is_not_run()
    {
        using var changed = new VoiceActivityDetector(() => [1, 2, 3]);
        using var sound = Sample.Sound("silence.wav");

        Assert.Throws<InvalidDataException>(() => changed.Measure(sound));
    }

    [Fact]
    public void The_licence_travels_with_the_model() =>
        Assert.Contains("Silero Team", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "licences", "silero_vad.LICENSE.txt")), StringComparison.Ordinal);

    [Fact]
    public void Samples_are_gone_once_the_sound_is_disposed()
    {
        var sound = Sample.Sound("silence.wav");
        sound.Dispose();

        Assert.Throws<ObjectDisposedException>(() => sound.Samples.Length);
    }

    public void Dispose() => detector.Dispose();

    private VoiceActivity Measure(string name)
    {
        using var sound = Sample.Sound(name);

        return detector.Measure(sound);
    }
}
