using System.Text;

namespace Hotline.Sandbox.SpeechServer;

/// <summary>Recordings whose words are known (spoken by a speech synthesizer), for a demonstration without a microphone.</summary>
public sealed class SpokenSamples
{
    private const string Table = "phrases.tsv";

    /// <param name="folder">Holds <c>phrases.tsv</c>, lines of name, tab, text, and <c>name.wav</c> for each; a folder that is not there holds none.</param>
    public SpokenSamples(string folder, SpeechScript script)
    {
        var table = Path.Combine(folder, Table);
        All = File.Exists(table) ? [.. File.ReadLines(table, Encoding.UTF8).Select(line => Read(folder, line)).OfType<SpokenSample>()] : [];
        foreach (var sample in All)
            script.Register(sample.Wav, sample.Text);
    }

    public IReadOnlyList<SpokenSample> All { get; }

    /// <summary>What stands beside the program.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "Samples");

    public SpokenSample? Find(string name) => All.FirstOrDefault(sample => string.Equals(sample.Name, name, StringComparison.Ordinal));

    private static SpokenSample? Read(string folder, string line) => line.Split('\t') is [var name, var text, ..] && Path.Combine(folder, name + ".wav") is var file && File.Exists(file)
        ? new(name, text, File.ReadAllBytes(file))
        : null;
}

public sealed record SpokenSample(string Name, string Text, byte[] Wav);
