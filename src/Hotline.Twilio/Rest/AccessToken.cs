using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Hotline.Twilio.Rest;

/// <summary>
/// What a browser shows to Twilio to take and make calls: a JWT signed with the API key's secret (contract §6). The identity is
/// visible to the browser and to Twilio, so it holds no personal data.
/// </summary>
public sealed partial record AccessToken(string Identity)
{
    /// <summary>Twilio refuses a longer life with error 20104.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromHours(24);

    /// <summary>Whether the browser can be called as <c>client:identity</c>.</summary>
    public bool Incoming { get; init; }

    /// <summary>The TwiML application that outgoing calls ask; null: none can be made.</summary>
    public string? OutgoingApplicationSid { get; init; }

    public TimeSpan Life { get; init; } = TimeSpan.FromHours(1);

    /// <exception cref="InvalidOperationException">The identity, the life or the options cannot make a token that Twilio takes.</exception>
    public string Sign(TwilioOptions options, DateTimeOffset now)
    {
        if (!SafeIdentity().IsMatch(Identity)) throw new InvalidOperationException("The identity of an access token must be 1 to 121 letters, digits and underscores.");
        if (Life <= TimeSpan.Zero || Life > LongestLife) throw new InvalidOperationException("An access token must live more than 0 and at most 24 hours.");
        if (options.ApiKeySid.Length == 0 || options.ApiKeySecret.Length == 0) throw new InvalidOperationException("Access tokens need Twilio:ApiKeySid and Twilio:ApiKeySecret.");
        var issued = now.ToUnixTimeSeconds();
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = "HS256", ["cty"] = "twilio-fpa;v=1" };
        var payload = new JsonObject
        {
            ["jti"] = $"{options.ApiKeySid}-{issued}",
            ["iss"] = options.ApiKeySid,
            ["sub"] = options.AccountSid,
            ["iat"] = issued,
            ["exp"] = issued + (long)Life.TotalSeconds,
            ["grants"] = new JsonObject { ["identity"] = Identity, ["voice"] = Voice() },
        };
        var signed = $"{Encode(header)}.{Encode(payload)}";
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.ApiKeySecret), Encoding.ASCII.GetBytes(signed));
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    // "incoming" must be absent rather than false.
    private JsonObject Voice()
    {
        var voice = new JsonObject();
        if (Incoming) voice["incoming"] = new JsonObject { ["allow"] = true };
        if (OutgoingApplicationSid is { } application) voice["outgoing"] = new JsonObject { ["application_sid"] = application };
        return voice;
    }

    private static string Encode(JsonObject part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));

    [GeneratedRegex("^[A-Za-z0-9_]{1,121}\\z", RegexOptions.None, 1000)]
    private static partial Regex SafeIdentity();
}
