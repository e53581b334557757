namespace Hotline.Speech;

/// <summary>
/// Measures voice activity with the Silero network, inside this process, about 300 times faster than the recording plays.
/// Loudness alone is no measure: it fails on quiet and on noisy speech.
/// </summary>
public sealed class VoiceActivityDetector : IDisposable
{
    private const int NativeRate = 8_000;
    private const int NativeWideRate = 16_000;

    private readonly Lazy<SileroModel> model;

    public VoiceActivityDetector()
        : this(() => ShippedFiles.Bytes("silero_vad.onnx"))
    {
    }

    internal VoiceActivityDetector(Func<byte[]> bytes) => model = new Lazy<SileroModel>(() => new SileroModel(bytes()));

    /// <exception cref="Exception">The model cannot be loaded or run. Callers then do without a measure; they never assume silence.</exception>
    public VoiceActivity Measure(SampledSound sound)
    {
        if (sound.SampleRate is NativeRate or NativeWideRate)
        {
            return MeasureNative(sound);
        }

        using var resampled = Resampler.ToRate(sound, NativeRate);

        return MeasureNative(resampled);
    }

    public void Dispose()
    {
        if (model.IsValueCreated)
        {
            model.Value.Dispose();
        }
    }

    private VoiceActivity MeasureNative(SampledSound sound)
    {
        using var stream = model.Value.Start(sound.SampleRate);
        var segmenter = new SpeechSegmenter(sound.SampleRate);
        var samples = sound.Samples;
        var peak = 0f;

        for (var position = 0; position < samples.Length; position += stream.WindowSize)
        {
            var probability = stream.Next(samples.Slice(position, Math.Min(stream.WindowSize, samples.Length - position)));
            peak = Math.Max(peak, probability);
            segmenter.Add(probability, position);
        }

        return new VoiceActivity(segmenter.Finish(samples.Length), peak);
    }
}
