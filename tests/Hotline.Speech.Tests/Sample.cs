namespace Hotline.Speech.Tests;

/// <summary>The recordings under <c>audio/</c>.</summary>
internal static class Sample
{
    public static byte[] Bytes(string name) => File.ReadAllBytes(PathOf(name));

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "audio", name);

    public static Recording Recording(string name, TimeSpan? expected = null) => new(Bytes(name), "audio/x-wav", expected);

    public static SampledSound Sound(string name) => Assert.IsType<WavReading.Sound>(WavReader.Read(Bytes(name))).Samples;

    public static SttRequest Request(string name = "espeak-p02.wav") =>
        new(Bytes(name), "audio/wav", "recording.wav", TimeSpan.FromSeconds(4.3), ["딥페이크", "텔레그램"]);
}
