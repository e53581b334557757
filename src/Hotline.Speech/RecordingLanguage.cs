using System.Text.RegularExpressions;

namespace Hotline.Speech;

/// <summary>The configured language in the form that each contract asks for: Azure wants a region, Whisper servers want none.</summary>
internal static partial class RecordingLanguage
{
    public static bool IsReadable(string? tag) => tag is not null && Tag().IsMatch(tag);

    public static string Locale(string tag) => tag switch
    {
        "ko" => "ko-KR",
        "en" => "en-US",
        "ja" => "ja-JP",
        "zh" => "zh-CN",
        "vi" => "vi-VN",
        _ => tag,
    };

    public static string Primary(string tag) => tag.Split('-')[0];

    [GeneratedRegex("^[a-z]{2,3}(-[A-Z]{2})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();
}
