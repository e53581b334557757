namespace Hotline.Web.Tests.Prompts;

/// <summary>A copy of the shipped prompts that a test may change.</summary>
public sealed class PromptFolder : IDisposable
{
    /// <summary>A WAVE file of nothing: a header and no sound.</summary>
    public static readonly byte[] Wave = [.. "RIFF"u8, 36, 0, 0, 0, .. "WAVEfmt "u8, 16, 0, 0, 0, 1, 0, 1, 0, 64, 31, 0, 0, 128, 62, 0, 0, 2, 0, 16, 0, .. "data"u8, 0, 0, 0, 0];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("prompts-");

    public PromptFolder()
    {
        foreach (var table in Directory.EnumerateFiles(System.IO.Path.Combine(AppContext.BaseDirectory, "prompts"), "*.tsv"))
            File.Copy(table, System.IO.Path.Combine(folder.FullName, System.IO.Path.GetFileName(table)));
    }

    public string Path => folder.FullName;

    public void Record(string place, byte[]? sound = null)
    {
        var file = System.IO.Path.Combine(Path, "audio", place);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, sound ?? Wave);
    }

    public void Edit(string table, Func<string, string> change)
    {
        var file = System.IO.Path.Combine(Path, table);
        File.WriteAllText(file, change(File.ReadAllText(file)));
    }

    public void Dispose() => folder.Delete(recursive: true);
}
