namespace Hotline.Speech;

/// <summary>
/// Brings other sample rates to one the voice network knows: each new sample is the mean of the stretch that it covers. Good
/// enough to find speech; what is sent to a provider is never resampled.
/// </summary>
internal static class Resampler
{
    public static SampledSound ToRate(SampledSound sound, int rate)
    {
        var resampled = new SampledSound((int)((long)sound.Count * rate / sound.SampleRate), rate);
        var source = sound.Samples;
        var target = resampled.Writable;

        for (var index = 0; index < target.Length; index++)
        {
            var from = (int)((long)index * sound.SampleRate / rate);
            var to = Math.Max(from + 1, (int)((long)(index + 1) * sound.SampleRate / rate));
            target[index] = Mean(source[from..Math.Min(to, source.Length)]);
        }

        return resampled;
    }

    private static float Mean(ReadOnlySpan<float> samples)
    {
        var sum = 0f;

        foreach (var sample in samples)
        {
            sum += sample;
        }

        return sum / samples.Length;
    }
}
