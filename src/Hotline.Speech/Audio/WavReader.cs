using System.Buffers.Binary;

namespace Hotline.Speech;

/// <summary>
/// Reads RIFF/WAVE: chunks in any order, odd chunks padded, the extensible header, PCM 8 and 16 bit, mu-law and A-law
/// (ITU-T G.711), mono or stereo mixed down, and files streamed before their length was known (sizes 0 or 0xFFFFFFFF).
/// </summary>
public static class WavReader
{
    /// <summary>Three minutes from the carrier are 2.9 MB; a file far beyond is not a message of this line.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    private const int HeaderBytes = 12;
    private const int ChunkHeaderBytes = 8;

    public static WavReading Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderBytes || !file[..4].SequenceEqual("RIFF"u8) || !file.Slice(8, 4).SequenceEqual("WAVE"u8))
        {
            return new WavReading.NotWav();
        }

        return file.Length > MostBytes ? new WavReading.Undecodable("the file is larger than 10 MB") : ReadChunks(file);
    }

    private static WavReading ReadChunks(ReadOnlySpan<byte> file)
    {
        var isWhole = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) == file.Length - ChunkHeaderBytes;
        ReadOnlySpan<byte> format = default;
        ReadOnlySpan<byte> data = default;
        var hasFormat = false;
        var hasData = false;

        for (var position = HeaderBytes; position + ChunkHeaderBytes <= file.Length;)
        {
            var name = file.Slice(position, 4);
            var rest = file[(position + ChunkHeaderBytes)..];
            var length = LengthOf(name, BinaryPrimitives.ReadUInt32LittleEndian(file[(position + 4)..]), rest.Length, isWhole);

            if (!hasFormat && name.SequenceEqual("fmt "u8))
            {
                format = rest[..length];
                hasFormat = true;
            }
            else if (!hasData && name.SequenceEqual("data"u8))
            {
                data = rest[..length];
                hasData = true;
            }

            position += ChunkHeaderBytes + length + (length & 1);
        }

        return (hasFormat, hasData) switch
        {
            (false, _) => new WavReading.Undecodable("there is no fmt chunk"),
            (_, false) => new WavReading.Undecodable("there is no data chunk"),
            _ => WavCoding.Decode(format, data),
        };
    }

    // A data chunk of length 0 in a file whose own length is wrong too was written before its end was known: it reaches to the end.
    private static int LengthOf(ReadOnlySpan<byte> name, uint stated, int available, bool isWhole) =>
        stated > available || (stated == 0 && !isWhole && name.SequenceEqual("data"u8)) ? available : (int)stated;
}
