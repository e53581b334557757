using System.Text;

namespace Hotline.Speech;

/// <summary>Nouns of this line's field that are sent along to help recognition (Azure phrase list, Whisper prompt). At most 500.</summary>
internal static class RecognitionPhrases
{
    public static IReadOnlyList<string> All { get; } =
        Encoding.UTF8.GetString(ShippedFiles.Bytes("recognition-phrases.txt")).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
