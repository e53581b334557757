using System.Security.Cryptography;
using Hotline.CallFlow;

namespace Hotline.Web.Prompts;

/// <summary>A prompt that a person spoke: it is played instead of the voice engine.</summary>
/// <param name="File">Where it stands on this node.</param>
/// <param name="Version">Changes with the sound, so that a carrier may keep what it fetched.</param>
public sealed record PromptRecording(string File, string Version)
{
    private const string Folder = "audio";
    private static readonly int HeaderLength = "RIFF....WAVE".Length;

    /// <summary>Finds audio/&lt;ko|en&gt;/&lt;key&gt;.wav in the prompt directory.</summary>
    /// <param name="placeholders">The placeholders of a prompt; null when there is no such prompt.</param>
    /// <param name="faults">Receives a sentence for each recording that could never be played.</param>
    internal static IReadOnlyDictionary<(string Key, Language Language), PromptRecording> Find(
        string directory, Func<string, IReadOnlySet<string>?> placeholders, ICollection<string> faults)
    {
        var found = new Dictionary<(string Key, Language Language), PromptRecording>();
        var root = Path.Combine(directory, Folder);
        string[] files = Directory.Exists(root) ? Directory.GetFiles(root, "*", SearchOption.AllDirectories) : [];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(file) is ['.', ..] or "README.md")
                continue;
            var place = Path.GetRelativePath(directory, file);
            var key = Path.GetFileNameWithoutExtension(file);
            if (LanguageOf(Path.GetRelativePath(root, Path.GetDirectoryName(file)!)) is not { } language || Path.GetExtension(file) is not ".wav")
                faults.Add($"{place}: a recording is audio/ko/<key>.wav or audio/en/<key>.wav.");
            else if (placeholders(key) is not { } names)
                faults.Add($"{place}: there is no prompt {key}.");
            else if (names.Count > 0)
                faults.Add($"{place}: {key} has placeholders, so it cannot be recorded.");
            else if (!IsWave(file))
                faults.Add($"{place} is not a WAVE file.");
            else
                found.Add((key, language), new PromptRecording(file, VersionOf(file)));
        }

        return found;
    }

    /// <returns>Null for what is no folder of a language.</returns>
    internal static Language? LanguageOf(string folder) => folder switch
    {
        "ko" => Language.Korean,
        "en" => Language.English,
        _ => null,
    };

    internal static string FolderOf(Language language) => language == Language.English ? "en" : "ko";

    private static bool IsWave(string file)
    {
        using var sound = System.IO.File.OpenRead(file);
        Span<byte> header = stackalloc byte[HeaderLength];
        return sound.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) == HeaderLength
            && header[..4].SequenceEqual("RIFF"u8)
            && header[8..].SequenceEqual("WAVE"u8);
    }

    private static string VersionOf(string file)
    {
        using var sound = System.IO.File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(sound))[..12];
    }
}
