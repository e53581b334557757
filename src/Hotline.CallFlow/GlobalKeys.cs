namespace Hotline.CallFlow;

/// <summary>The keys and the few words that mean the same in every state (DOMAIN §6.1, T16).</summary>
public static class GlobalKeys
{
    public const char Counselor = '0';
    public const char QuickExit = '8';
    public const char Languages = '9';
    public const char Repeat = '*';
    public const char Back = '#';

    // A sentence that holds "상담원" or "다시" may be taken for the key: nothing is lost by that. A sentence that merely holds "그만"
    // ("그만하라고 했는데") must not end the call.
    private static readonly string[] CounselorWords = ["상담원", "상담사", "counselor", "counsellor"];
    private static readonly string[] RepeatWords = ["다시", "repeat"];
    private static readonly string[] ExitWords = ["그만", "stop"];

    /// <summary>The key that these words stand for; null for any other words.</summary>
    public static char? Of(string words)
    {
        var said = words.Trim().Trim('.', ',', '!', '?', ' ');
        return ExitWords.Any(word => string.Equals(said, word, StringComparison.OrdinalIgnoreCase)) ? QuickExit
            : CounselorWords.Any(word => said.Contains(word, StringComparison.OrdinalIgnoreCase)) ? Counselor
            : RepeatWords.Any(word => said.Contains(word, StringComparison.OrdinalIgnoreCase)) ? Repeat
            : null;
    }

    /// <summary>The global key within a number entry: 0 or 8 on their own, nothing but the finishing # (back), nothing after a '*' (again).</summary>
    internal static char? OfNumber(CallerInput.Keyed keyed) => keyed.Typed switch
    {
        "" => keyed.Keys.Length == 0 ? Back : Repeat,
        "#" => Back,
        "0" => Counselor,
        "8" => QuickExit,
        _ => null,
    };

    /// <summary>The global key within a menu.</summary>
    internal static char? OfMenu(string keys) =>
        keys is [var key, ..] && key is Counselor or QuickExit or Languages or Repeat or Back ? key : null;

    /// <summary>Two digits of any kind after "press any number twice" (DOMAIN T3).</summary>
    internal static bool AreTwoTaps(string keys) => keys.Length == 2 && keys.All(char.IsAsciiDigit);
}
