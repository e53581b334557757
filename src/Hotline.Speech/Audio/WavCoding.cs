using System.Buffers.Binary;

namespace Hotline.Speech;

/// <summary>The coding that a <c>fmt</c> chunk names, and how its bytes become samples.</summary>
internal static class WavCoding
{
    private const ushort Pcm = 1;
    private const ushort ALaw = 6;
    private const ushort MuLaw = 7;
    private const ushort Extensible = 0xFFFE;

    private delegate float Sample(ReadOnlySpan<byte> bytes);

    public static WavReading Decode(ReadOnlySpan<byte> format, ReadOnlySpan<byte> data)
    {
        if (format.Length < 16)
        {
            return new WavReading.Undecodable("the fmt chunk is too short");
        }

        var channels = BinaryPrimitives.ReadUInt16LittleEndian(format[2..]);
        var rate = BinaryPrimitives.ReadUInt32LittleEndian(format[4..]);
        var bits = BinaryPrimitives.ReadUInt16LittleEndian(format[14..]);

        if (channels is not (1 or 2) || rate is < 4_000 or > 192_000)
        {
            return new WavReading.Undecodable($"{channels} channels at {rate} samples per second are not read here");
        }

        return SampleOf(TagOf(format), bits) is { } sample
            ? new WavReading.Sound(Mixed(data, bits / 8, channels, (int)rate, sample))
            : new WavReading.Undecodable($"coding {TagOf(format)} with {bits} bits is not read here");
    }

    // The extensible header carries the real tag as the first two bytes of its sub-format GUID.
    private static ushort TagOf(ReadOnlySpan<byte> format)
    {
        var tag = BinaryPrimitives.ReadUInt16LittleEndian(format);

        return tag == Extensible && format.Length >= 40 ? BinaryPrimitives.ReadUInt16LittleEndian(format[24..]) : tag;
    }

    private static Sample? SampleOf(ushort tag, ushort bits) => (tag, bits) switch
    {
        (Pcm, 8) => bytes => (bytes[0] - 128) / 128f,
        (Pcm, 16) => bytes => BinaryPrimitives.ReadInt16LittleEndian(bytes) / 32768f,
        (ALaw, 8) => bytes => G711.FromALaw(bytes[0]) / 32768f,
        (MuLaw, 8) => bytes => G711.FromMuLaw(bytes[0]) / 32768f,
        _ => null,
    };

    private static SampledSound Mixed(ReadOnlySpan<byte> data, int width, int channels, int rate, Sample sample)
    {
        var sound = new SampledSound(data.Length / (width * channels), rate);
        var target = sound.Writable;

        for (var frame = 0; frame < target.Length; frame++)
        {
            var bytes = data[(frame * width * channels)..];
            target[frame] = channels == 1 ? sample(bytes) : (sample(bytes) + sample(bytes[width..])) / 2;
        }

        return sound;
    }
}
