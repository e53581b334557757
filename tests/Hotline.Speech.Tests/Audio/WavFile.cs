using System.Buffers.Binary;

namespace Hotline.Speech.Tests;

/// <summary>Writes WAV files, proper and odd ones.</summary>
internal sealed record WavFile
{
    public ushort Tag { get; init; } = 1;

    public ushort Channels { get; init; } = 1;

    public uint Rate { get; init; } = 8000;

    public ushort Bits { get; init; } = 16;

    public byte[] Data { get; init; } = [];

    public uint? RiffLength { get; init; }

    public uint? DataLength { get; init; }

    public bool Extensible { get; init; }

    public bool DataFirst { get; init; }

    /// <summary>A chunk of odd length before the others, with its padding byte.</summary>
    public bool OddChunk { get; init; }

    public static WavFile Of(IEnumerable<short> samples) => new() { Data = [.. samples.SelectMany(BitConverter.GetBytes)] };

    public static WavFile Of(ReadOnlySpan<float> samples, uint rate)
    {
        var shorts = new List<short>();

        foreach (var sample in samples)
        {
            shorts.Add((short)(Math.Clamp(sample, -1, 1) * 32767));
        }

        return Of(shorts) with { Rate = rate };
    }

    public byte[] Bytes()
    {
        byte[] format = Chunk("fmt ", Format(), null);
        byte[] data = Chunk("data", Data, DataLength);
        byte[] odd = OddChunk ? Chunk("LIST", [1, 2, 3], null) : [];
        byte[] body = DataFirst ? [.. "WAVE"u8, .. odd, .. data, .. format] : [.. "WAVE"u8, .. odd, .. format, .. data];

        return [.. "RIFF"u8, .. UInt32(RiffLength ?? (uint)body.Length), .. body];
    }

    private byte[] Format()
    {
        var align = (ushort)(Channels * Bits / 8);
        byte[] basic = [.. UInt16(Extensible ? (ushort)0xFFFE : Tag), .. UInt16(Channels), .. UInt32(Rate), .. UInt32(Rate * align), .. UInt16(align), .. UInt16(Bits)];

        return Extensible
            ? [.. basic, .. UInt16(22), .. UInt16(Bits), .. UInt32(4), .. UInt16(Tag), 0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71]
            : basic;
    }

    private static byte[] Chunk(string name, byte[] content, uint? statedLength) =>
        [.. System.Text.Encoding.ASCII.GetBytes(name), .. UInt32(statedLength ?? (uint)content.Length), .. content, .. new byte[content.Length & 1]];

    private static byte[] UInt16(ushort value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] UInt32(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }
}
