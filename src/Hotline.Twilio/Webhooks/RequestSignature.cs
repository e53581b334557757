using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hotline.Twilio.Webhooks;

/// <summary>A webhook as a server sees it. <paramref name="Url"/> is the public one: see <see cref="PublicAddress"/>.</summary>
public sealed record SignedRequest(string Method, string Url, string? ContentType, ReadOnlyMemory<byte> Body)
{
    public static SignedRequest Get(string url) => new("GET", url, null, default);

    public static SignedRequest Post(string url, WebhookForm form) =>
        new("POST", url, "application/x-www-form-urlencoded; charset=UTF-8", Encoding.UTF8.GetBytes(form.Encode()));

    /// <summary>A JSON webhook; its hash is appended to the URL, which must be asked as it stands here then.</summary>
    public static SignedRequest Json(string url, ReadOnlyMemory<byte> body)
    {
        var asked = SignedUrl.Of(url);
        var hash = Convert.ToHexStringLower(SHA256.HashData(body.Span));
        return new("POST", $"{asked}{(asked.Contains('?', StringComparison.Ordinal) ? '&' : '?')}bodySHA256={hash}", "application/json", body);
    }
}

/// <summary>
/// X-Twilio-Signature, both ways: the host judges with it, the simulated network signs with it. The rules are those of the
/// official SDK (contract §2). A signature carries no time: a repeated request is valid again, so answers must be repeatable.
/// </summary>
[SuppressMessage("Security", "CA5350", Justification = "Twilio signs with HMAC-SHA1; HMAC does not need collision resistance.")]
public static class RequestSignature
{
    public const string HeaderName = "X-Twilio-Signature";

    /// <summary>A header that tells retries of one request from each other and new requests from both (contract §3).</summary>
    public const string IdempotencyHeaderName = "I-Twilio-Idempotency-Token";

    /// <summary>
    /// Whether one of the tokens signed this. Several are given while a token is being replaced. Every candidate is judged
    /// before answering, and each comparison takes constant time.
    /// </summary>
    public static bool IsValid(SignedRequest request, string? signature, IEnumerable<string> authTokens)
    {
        if (string.IsNullOrEmpty(signature) || FieldsOf(request) is not { } fields) return false;
        var given = Encoding.UTF8.GetBytes(signature);
        var valid = false;
        // An empty key would let anybody sign.
        foreach (var token in authTokens.Where(token => token.Length > 0))
        {
            foreach (var url in SignedUrl.Candidates(request.Url))
                valid |= CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Compute(url, fields, token)), given);
        }
        return valid;
    }

    /// <summary>The handshake of a media stream (wss): some are signed with a slash that the URL does not have.</summary>
    public static bool IsValidHandshake(string url, string? signature, IEnumerable<string> authTokens)
    {
        var tokens = authTokens.ToList();
        var asGiven = IsValid(SignedRequest.Get(url), signature, tokens);
        var withSlash = IsValid(SignedRequest.Get($"{SignedUrl.Of(url)}/"), signature, tokens);
        return asGiven | withSlash;
    }

    /// <exception cref="ArgumentException">Twilio could not have sent such a request: a body that is neither form nor hashed JSON.</exception>
    public static string Sign(SignedRequest request, string authToken) =>
        FieldsOf(request) is { } fields
            ? Compute(SignedUrl.Of(request.Url), fields, authToken)
            : throw new ArgumentException("The request must be a GET, a form POST, or a JSON POST whose URL carries the bodySHA256 of its body.", nameof(request));

    /// <summary>The fields that are signed after the URL; null when the body is not what a signature can vouch for.</summary>
    private static string? FieldsOf(SignedRequest request)
    {
        if (request.Method is "GET" or "HEAD") return "";
        var mediaType = (request.ContentType ?? "").Split(';')[0].Trim().ToLower(CultureInfo.InvariantCulture);
        return mediaType switch
        {
            "application/x-www-form-urlencoded" => Concatenate(WebhookForm.Parse(request.Body.Span)),
            "application/json" => HashMatches(request) ? "" : null,
            _ => request.Body.IsEmpty ? "" : null,
        };
    }

    private static string Concatenate(WebhookForm form)
    {
        var fields = new StringBuilder();
        foreach (var (name, value) in form.Fields.Distinct().OrderBy(field => field.Key, StringComparer.Ordinal).ThenBy(field => field.Value, StringComparer.Ordinal))
            fields.Append(name).Append(value);
        return fields.ToString();
    }

    private static bool HashMatches(SignedRequest request)
    {
        var hash = WebhookForm.ParseQuery(SignedUrl.Of(request.Url))["bodySHA256"] ?? "";
        var body = Convert.ToHexStringLower(SHA256.HashData(request.Body.Span));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(hash), Encoding.UTF8.GetBytes(body));
    }

    private static string Compute(string url, string fields, string token) =>
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(url + fields)));
}
