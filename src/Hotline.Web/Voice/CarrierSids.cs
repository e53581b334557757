using System.Text.RegularExpressions;

namespace Hotline.Web.Voice;

/// <summary>The carrier's names of things: two letters and 32 hexadecimal digits.</summary>
public static partial class CarrierSids
{
    public static bool IsCall(string? sid) => sid is not null && Call().IsMatch(sid);

    public static bool IsRecording(string? sid) => sid is not null && Recording().IsMatch(sid);

    [GeneratedRegex("^CA[0-9a-fA-F]{32}$", RegexOptions.None, 1000)]
    private static partial Regex Call();

    [GeneratedRegex("^RE[0-9a-fA-F]{32}$", RegexOptions.None, 1000)]
    private static partial Regex Recording();
}
