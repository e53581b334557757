using System.Buffers.Binary;

namespace Hotline.Sandbox.Network;

/// <summary>The parts of a WAV file that matter here: its samples, and how long they sound.</summary>
internal static class WavSamples
{
    /// <summary>Everything, when it is not a WAV file: a demo phone must not fall over an odd upload.</summary>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> sound) => Read(sound) is { Length: > 0 } found ? sound.Slice(found.Start, found.Length) : sound;

    /// <summary>Zero for what is not a WAV file.</summary>
    public static TimeSpan Length(ReadOnlySpan<byte> sound) => Read(sound) is { BytesPerSecond: > 0 } found ? TimeSpan.FromSeconds((double)found.Length / found.BytesPerSecond) : TimeSpan.Zero;

    private static (int Start, int Length, uint BytesPerSecond) Read(ReadOnlySpan<byte> wav)
    {
        if (wav.Length < 12 || !wav[..4].SequenceEqual("RIFF"u8) || !wav[8..12].SequenceEqual("WAVE"u8))
            return default;
        var bytesPerSecond = 0u;
        for (long at = 12; at + 8 <= wav.Length;)
        {
            var name = wav.Slice((int)at, 4);
            var size = BinaryPrimitives.ReadUInt32LittleEndian(wav[((int)at + 4)..]);
            if (name.SequenceEqual("fmt "u8) && at + 20 <= wav.Length)
                bytesPerSecond = BinaryPrimitives.ReadUInt32LittleEndian(wav[((int)at + 16)..]);
            else if (name.SequenceEqual("data"u8))
                return ((int)at + 8, (int)Math.Min(size, wav.Length - at - 8), bytesPerSecond);
            // Chunks begin at even places.
            at += 8 + size + (size & 1);
        }

        return default;
    }
}
