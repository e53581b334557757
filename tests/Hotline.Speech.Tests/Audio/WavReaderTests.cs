using CsCheck;

namespace Hotline.Speech.Tests;

public sealed class WavReaderTests
{
    private static readonly WavFile Three = WavFile.Of([0, 16384, -32768]);

    public static TheoryData<string> Shapes => ["plain", "extensible", "data first", "odd chunk", "streamed with zeros", "streamed with ones", "length beyond the end"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_shape_of_the_same_sound_reads_the_same(string shape)
    {
        var file = shape switch
        {
            "extensible" => Three with { Extensible = true },
            "data first" => Three with { DataFirst = true },
            "odd chunk" => Three with { OddChunk = true },
            "streamed with zeros" => Three with { RiffLength = 0, DataLength = 0 },
            "streamed with ones" => Three with { RiffLength = uint.MaxValue, DataLength = uint.MaxValue },
            "length beyond the end" => Three with { DataLength = 1000 },
            _ => Three,
        };

        Assert.Equal([0f, 0.5f, -1f], Samples(file));
    }

    [Fact]
    public void Eight_bits_are_unsigned() => Assert.Equal([-1f, 0f, 127 / 128f], Samples(Three with { Bits = 8, Data = [0, 128, 255] }));

    [Fact]
    public void Stereo_is_mixed_down() => Assert.Equal([0.25f], Samples(WavFile.Of([16384, 0]) with { Channels = 2 }));

    [Fact]
    public void Half_a_sample_at_the_end_is_left_out() => Assert.Equal([0f, 0.5f, -1f], Samples(Three with { Data = [.. Three.Data, 7] }));

    [Fact]
    public void A_proper_file_without_samples_is_a_sound_of_no_length()
    {
        using var sound = Sound(WavFile.Of([]));

        Assert.Equal(TimeSpan.Zero, sound.Duration);
    }

    [Theory]
    [InlineData(0x00, -32124)]
    [InlineData(0x7F, 0)]
    [InlineData(0x80, 32124)]
    [InlineData(0xFF, 0)]
    [InlineData(0xEF, 132)]
    public void Mu_law_follows_the_table_of_g711(byte coded, short sample) => Assert.Equal([sample / 32768f], Samples(Three with { Tag = 7, Bits = 8, Data = [coded] }));

    [Theory]
    [InlineData(0x55, -8)]
    [InlineData(0xD5, 8)]
    [InlineData(0x2A, -32256)]
    [InlineData(0xAA, 32256)]
    [InlineData(0x80, 5504)]
    public void A_law_follows_the_table_of_g711(byte coded, short sample) => Assert.Equal([sample / 32768f], Samples(Three with { Tag = 6, Bits = 8, Data = [coded] }));

    [Theory]
    [InlineData("espeak-p01-mulaw.wav")]
    [InlineData("espeak-p01-alaw.wav")]
    public void Companded_speech_is_the_same_speech(string name)
    {
        using var plain = Sample.Sound("espeak-p01.wav");
        using var companded = Sample.Sound(name);

        var noise = 0.0;
        var signal = 0.0;
        for (var index = 0; index < plain.Count; index++)
        {
            noise += Math.Pow(plain.Samples[index] - companded.Samples[index], 2);
            signal += Math.Pow(plain.Samples[index], 2);
        }

        Assert.Equal(plain.Count, companded.Count);
        Assert.True(10 * Math.Log10(signal / noise) > 30, "G.711 keeps more than 30 dB between speech and its own noise");
    }

    [Fact]
    public void Other_files_are_no_wav()
    {
        Assert.IsType<WavReading.NotWav>(WavReader.Read([]));
        Assert.IsType<WavReading.NotWav>(WavReader.Read("ID3 something else entirely"u8));
        Assert.IsType<WavReading.NotWav>(WavReader.Read("RIFF\0\0\0\0AVI LIST"u8));
    }

    public static TheoryData<string, byte[]> Undecodable => new()
    {
        { "GSM", (Three with { Tag = 0x31 }).Bytes() },
        { "24 bits", (Three with { Bits = 24 }).Bytes() },
        { "no channels", (Three with { Channels = 0 }).Bytes() },
        { "six channels", (Three with { Channels = 6 }).Bytes() },
        { "no rate", (Three with { Rate = 0 }).Bytes() },
        { "no bits", (Three with { Bits = 0 }).Bytes() },
        { "header only", Three.Bytes()[..12] },
        { "no data", Three.Bytes()[..36] },
        { "half a format", Three.Bytes()[..26] },
    };

    [Theory]
    [MemberData(nameof(Undecodable))]
    public void A_wav_that_cannot_be_decoded_says_why(string kind, byte[] file)
    {
        var reading = Assert.IsType<WavReading.Undecodable>(WavReader.Read(file));

        Assert.True(reading.Reason.Length > 0, kind);
    }

    [Fact]
    public void A_file_beyond_ten_megabytes_is_not_decoded() =>
        Assert.IsType<WavReading.Undecodable>(WavReader.Read((Three with { Data = new byte[WavReader.MostBytes] }).Bytes()));

    [Fact]
    public void No_damage_makes_the_reader_throw_or_invent_samples()
    {
        var shapes = Gen.OneOf(
            Three, Three with { Extensible = true }, Three with { OddChunk = true, DataFirst = true }, Three with { Tag = 7, Bits = 8 }, Three with { Channels = 2, DataLength = 0, RiffLength = 0 });
        var damage = Gen.Select(Gen.Int[0, 80], Gen.OneOf(Gen.Byte, Gen.OneOf<byte>(0, 1, 0x7F, 0x80, 0xFF))).Array[0, 12];

        Gen.Select(shapes, damage, Gen.Int[0, 90]).Sample((shape, changes, kept) =>
        {
            var file = shape.Bytes();
            foreach (var (position, value) in changes.Where(change => change.Item1 < file.Length))
            {
                file[position] = value;
            }

            AssertHarmless(file[..Math.Min(kept, file.Length)]);
        }, iter: 20_000);
    }

    [Fact]
    public void Chunks_of_any_name_and_length_are_survived() =>
        Gen.Select(Gen.OneOf("fmt ", "data", "LIST", "junk"), Gen.UInt, Gen.Byte.Array[0, 48]).Array[0, 6].Sample(chunks =>
        {
            byte[] body = [.. chunks.SelectMany(chunk => (byte[])[.. System.Text.Encoding.ASCII.GetBytes(chunk.Item1), .. BitConverter.GetBytes(chunk.Item2), .. chunk.Item3])];
            AssertHarmless([.. "RIFF"u8, .. BitConverter.GetBytes(body.Length), .. "WAVE"u8, .. body]);
        }, iter: 20_000);

    private static void AssertHarmless(byte[] file)
    {
        if (WavReader.Read(file) is WavReading.Sound { Samples: var sound })
        {
            using (sound)
            {
                Assert.InRange(sound.Count, 0, file.Length);
                Assert.InRange(sound.SampleRate, 4000, 192_000);
                foreach (var sample in sound.Samples)
                {
                    Assert.InRange(sample, -1f, 1f);
                }
            }
        }
    }

    private static float[] Samples(WavFile file)
    {
        using var sound = Sound(file);

        return sound.Samples.ToArray();
    }

    private static SampledSound Sound(WavFile file) => Assert.IsType<WavReading.Sound>(WavReader.Read(file.Bytes())).Samples;
}
