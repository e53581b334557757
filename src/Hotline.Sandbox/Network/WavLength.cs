using System.Buffers.Binary;

namespace Hotline.Sandbox.Network;

/// <summary>How long a WAV file sounds.</summary>
internal static class WavLength
{
    /// <summary>Zero for what is not a WAV file: a demo phone must not fall over an odd upload.</summary>
    public static TimeSpan Of(ReadOnlySpan<byte> wav)
    {
        if (wav.Length < 12 || !wav[..4].SequenceEqual("RIFF"u8) || !wav[8..12].SequenceEqual("WAVE"u8))
            return TimeSpan.Zero;
        var bytesPerSecond = 0u;
        for (var at = 12; at + 8 <= wav.Length;)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(wav[(at + 4)..]);
            if (wav[at..(at + 4)].SequenceEqual("fmt "u8) && at + 20 <= wav.Length)
                bytesPerSecond = BinaryPrimitives.ReadUInt32LittleEndian(wav[(at + 16)..]);
            else if (wav[at..(at + 4)].SequenceEqual("data"u8))
                return bytesPerSecond is 0 ? TimeSpan.Zero : TimeSpan.FromSeconds((double)Math.Min(size, (uint)(wav.Length - at - 8)) / bytesPerSecond);
            at = size > int.MaxValue - 16 - at ? wav.Length : at + 8 + (int)size + (int)(size & 1);
        }

        return TimeSpan.Zero;
    }
}
