using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Hotline.Twilio.Webhooks;

/// <summary>
/// The URL as Twilio signs it: the configured text, percent escapes untouched, without fragment and without user and
/// password. Different back ends of Twilio differ about the port and about the apostrophe, hence several candidates
/// (contract §2, points 1, 5 and 6).
/// </summary>
internal static partial class SignedUrl
{
    public static string Of(string url)
    {
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        var whole = hash < 0 ? url : url[..hash];
        return Parts().Match(whole) is { Success: true } parts
            ? $"{parts.Groups["scheme"]}{parts.Groups["host"]}{parts.Groups["port"]}{parts.Groups["rest"]}"
            : whole;
    }

    public static ImmutableArray<string> Candidates(string url)
    {
        var asked = Of(url);
        if (Parts().Match(asked) is not { Success: true } parts) return [asked];
        var (scheme, host, port, rest) = (parts.Groups["scheme"].Value, parts.Groups["host"].Value, parts.Groups["port"].Value, parts.Groups["rest"].Value);
        var standard = string.Equals(scheme, "https://", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80";
        ImmutableArray<string> candidates = [scheme + host + rest, scheme + host + (port.Length > 0 ? port : standard) + rest];
        var query = rest.IndexOf('?', StringComparison.Ordinal);
        return query >= 0 && rest.IndexOf('\'', query) >= 0
            ? [.. candidates, .. candidates.Select(EscapeApostrophe)]
            : candidates;
    }

    private static string EscapeApostrophe(string url)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal);
        return url[..query] + url[query..].Replace("'", "%27", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^(?<scheme>[a-zA-Z][a-zA-Z0-9+.\-]*://)(?:[^/?#]*@)?(?<host>\[[^\]/?#]*\]|[^:/?#@]*)(?<port>:[^/?#]*)?(?<rest>[/?].*)?$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parts();
}
