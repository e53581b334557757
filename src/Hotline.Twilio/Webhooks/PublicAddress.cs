using System.Diagnostics.CodeAnalysis;

namespace Hotline.Twilio.Webhooks;

/// <summary>
/// The address under which Twilio knows us. Behind a proxy scheme, host, port and path prefix of a request are not those that
/// Twilio signed, and X-Forwarded headers can be sent by anybody; so the signed URL is this configured text plus the raw target
/// of the request (<c>IHttpRequestFeature.RawTarget</c>), neither decoded nor normalized (contract §2).
/// </summary>
public sealed class PublicAddress
{
    private readonly string text;

    private PublicAddress(string text) => this.text = text;

    /// <summary>Takes <c>https://host[:port][/prefix]</c>; user and password are dropped as Twilio drops them.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PublicAddress? address, [NotNullWhen(false)] out string? fault)
    {
        (address, fault) = (null, null);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.Host.Length == 0)
            fault = "The public address must be an absolute https URL such as https://line.example.kr.";
        else if (text!.AsSpan().IndexOfAny('?', '#') >= 0)
            fault = "The public address must have neither a query nor a fragment.";
        else if (uri.Host.Contains('_', StringComparison.Ordinal))
            fault = "The public address must not have an underscore in its host name: Twilio refuses it.";
        else
            address = new PublicAddress(SignedUrl.Of(text.Trim()).TrimEnd('/'));
        return address is not null;
    }

    /// <exception cref="FormatException">With a sentence that says what would be right.</exception>
    public static PublicAddress Parse(string text) => TryParse(text, out var address, out var fault) ? address : throw new FormatException(fault);

    /// <summary>The URL that Twilio asked when this raw target (path and query) arrived here.</summary>
    public string UrlOf(string rawTarget)
    {
        var hash = rawTarget.IndexOf('#', StringComparison.Ordinal);
        var target = hash < 0 ? rawTarget : rawTarget[..hash];
        // A proxy may pass on the absolute form of HTTP/1.1.
        var scheme = target.StartsWith('/') ? -1 : target.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
        {
            var path = target.AsSpan(scheme + 3).IndexOfAny('/', '?');
            target = path < 0 ? "/" : target[(scheme + 3 + path)..];
        }
        return target.StartsWith('/') ? text + target : $"{text}/{target}";
    }

    /// <summary>The same for a WebSocket handshake: wss for https.</summary>
    public string SocketUrlOf(string rawTarget) => $"ws{UrlOf(rawTarget)["http".Length..]}";

    public override string ToString() => text;
}
