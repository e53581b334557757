using System.Buffers;

namespace Hotline.Speech;

/// <summary>
/// Mono samples between -1 and 1 in one pooled buffer, wiped on disposal: they are a caller's voice.
/// </summary>
public sealed class SampledSound : IDisposable
{
    private float[]? buffer;

    internal SampledSound(int count, int sampleRate)
    {
        buffer = ArrayPool<float>.Shared.Rent(count);
        Count = count;
        SampleRate = sampleRate;
    }

    public int Count { get; }

    /// <summary>Samples per second.</summary>
    public int SampleRate { get; }

    public TimeSpan Duration => TimeSpan.FromSeconds((double)Count / SampleRate);

    public ReadOnlySpan<float> Samples => Writable;

    internal Span<float> Writable => (buffer ?? throw new ObjectDisposedException(nameof(SampledSound))).AsSpan(0, Count);

    public void Dispose()
    {
        if (buffer is { } used)
        {
            buffer = null;
            ArrayPool<float>.Shared.Return(used, clearArray: true);
        }
    }
}
