using System.Text.RegularExpressions;
using Hotline.CallFlow;

namespace Hotline.Web.Agencies;

/// <summary>How an agency shall be reached from now on. Null keeps what is there; an empty text takes it away.</summary>
public sealed partial record AgencyChange(string? DialString, string? Digits, string? AnnounceDigits, string? TransferMode)
{
    /// <returns>Null when it can be done, else one sentence about what would be right.</returns>
    public string? FirstFault(AgencyRow row)
    {
        if (this is { DialString: null, Digits: null, AnnounceDigits: null, TransferMode: null })
            return "Say what to change: --dial, --digits, --announce or --mode.";
        if (Digits is not null && !IsNumber(Digits))
            return "--digits must be a number as people know it, like 1366, 1577-1366 or 02-735-8994.";
        if (AnnounceDigits is { Length: > 0 } && !IsNumber(AnnounceDigits))
            return "--announce must be a number as it is read out, like 1366 or 1577-1366, or empty.";
        if (DialString is { Length: > 0 } && !AgenciesOptions.IsDialable(DialString))
            return "--dial must be a number in E.164 or a SIP address, like +8221366 or sip:1366@trunk.example.kr, or empty.";
        if (TransferMode is not null && !Enum.GetNames<TransferMode>().Contains(TransferMode, StringComparer.Ordinal))
            return $"--mode must be one of {string.Join(", ", Enum.GetNames<TransferMode>())}.";

        var changed = On(row);
        var transfers = changed.TransferMode is Agencies.TransferMode.Cold or Agencies.TransferMode.Warm;
        if (transfers && changed.Digits is "112" or "119")
            return "112 and 119 are never dialled for a caller: they need the caller's own line.";
        if (!transfers && string.Equals(row.Key, Script.W1366, StringComparison.Ordinal))
            return "w1366 must stay Cold or Warm: callers whom nobody else can help are connected there.";
        return null;
    }

    /// <summary>The row with the change, without its verification.</summary>
    public AgencyRow On(AgencyRow row) => row with
    {
        DialString = Changed(DialString, row.DialString),
        Digits = Digits ?? row.Digits,
        AnnounceDigits = Changed(AnnounceDigits, row.AnnounceDigits),
        TransferMode = TransferMode is null ? row.TransferMode : Enum.Parse<TransferMode>(TransferMode),
        VerifiedOn = null,
        VerifiedBy = null,
    };

    private static string? Changed(string? wanted, string? present) => wanted is null ? present : wanted.Length == 0 ? null : wanted;

    // Read out digit by digit, a pause at each hyphen: nothing else has a sound.
    private static bool IsNumber(string text) => text.Length is >= 3 and <= 15 && Number().IsMatch(text);

    [GeneratedRegex(@"^[0-9]+(-[0-9]+)*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
