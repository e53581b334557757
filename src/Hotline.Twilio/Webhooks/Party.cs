using System.Text.RegularExpressions;

namespace Hotline.Twilio.Webhooks;

/// <summary>
/// Who stands in From or To. Phone numbers come as E.164, without the plus, in Korea's national form or inside a SIP address,
/// depending on the way the call took (contract §7). <see cref="ToString"/> says the kind alone: numbers stay out of logs.
/// </summary>
public abstract partial record Party
{
    private Party() { }

    /// <summary>A number in E.164, for example <c>+8227358994</c>. Representative numbers (15xx, 16xx, 18xx) have no area code.</summary>
    public sealed record Phone(string E164) : Party
    {
        public override string ToString() => nameof(Phone);
    }

    /// <summary>A SIP address; <paramref name="E164"/> when its user part is a phone number.</summary>
    public sealed record SipAddress(string Uri, string? E164) : Party
    {
        public override string ToString() => nameof(SipAddress);
    }

    /// <summary>A browser or app under its identity.</summary>
    public sealed record Browser(string Identity) : Party
    {
        public override string ToString() => nameof(Browser);
    }

    /// <summary>The caller withholds the number, or none was passed on.</summary>
    public sealed record Withheld : Party
    {
        public override string ToString() => nameof(Withheld);
    }

    /// <summary>Something else: a short code such as 1366, or text of a carrier.</summary>
    public sealed record Other(string Text) : Party
    {
        public override string ToString() => nameof(Other);
    }

    /// <summary>The number behind a phone or a SIP address; null for everybody else.</summary>
    public string? PhoneNumber => this switch
    {
        Phone { E164: var number } => number,
        SipAddress { E164: var number } => number,
        _ => null,
    };

    /// <summary>Never fails: what cannot be read is <see cref="Other"/>.</summary>
    public static Party Parse(string? text)
    {
        var trimmed = (text ?? "").Trim();
        if (trimmed.StartsWith("client:", StringComparison.OrdinalIgnoreCase)) return new Browser(trimmed["client:".Length..]);
        if (SipScheme().Match(trimmed) is { Success: true } sip) return OfSip(trimmed, sip.Groups["user"].Value);
        if (IsWithheld(trimmed)) return new Withheld();
        return ToE164(trimmed) is { } number ? new Phone(number) : new Other(trimmed);
    }

    /// <summary>Reads a dialled or written number the Korean way; null when it is no whole phone number.</summary>
    public static string? ToE164(string text)
    {
        var plain = Separators().Replace(text.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? text["tel:".Length..] : text, "");
        if (Korean().Match(plain) is { Success: true } korean) return $"+82{korean.Groups["rest"].Value}";
        if (Representative().IsMatch(plain)) return $"+82{plain}";
        return International().IsMatch(plain) ? plain : null;
    }

    private static Party OfSip(string uri, string user) =>
        user.Length > 0 && IsWithheld(user) ? new Withheld() : new SipAddress(uri, ToE164(Uri.UnescapeDataString(user)));

    // Twilio spells the reason on the keypad when the carrier sends a word: +266696687 is ANONYMOUS.
    private static bool IsWithheld(string text) => text.TrimStart('+').ToUpperInvariant() is
        "" or "ANONYMOUS" or "UNKNOWN" or "RESTRICTED" or "UNAVAILABLE" or "PRIVATE" or "BLOCKED" or "WITHHELD"
        or "266696687" or "8656696" or "7378742833" or "86282452253" or "2562533";

    [GeneratedRegex("^sips?:(?:(?<user>[^@;]*?)(?::[^@]*)?(?:;[^@]*)?@)?[^@]+$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SipScheme();

    [GeneratedRegex(@"[\s().\-]", RegexOptions.None, 1000)]
    private static partial Regex Separators();

    // 02 and 031 to 064 lines, 010 to 019 mobiles, 030/050/060/070/080 services; "+82 02…" with its trunk 0 is a common mistake.
    [GeneratedRegex(@"^(?:\+82|82|0(?!0)|\+820|820)(?<rest>[1-9][0-9]{7,10})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Korean();

    [GeneratedRegex("^1[568][0-9]{6}$", RegexOptions.None, 1000)]
    private static partial Regex Representative();

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}$", RegexOptions.None, 1000)]
    private static partial Regex International();
}
