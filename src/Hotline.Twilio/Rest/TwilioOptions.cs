using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Hotline.Twilio.Rest;

/// <summary>The section <c>Twilio</c> of the configuration.</summary>
public sealed class TwilioOptions
{
    public const string Section = "Twilio";

    public string AccountSid { get; set; } = "";

    /// <summary>Keys of webhook signatures, the primary one first; two while a token is being replaced.</summary>
    public IList<string> AuthTokens { get; set; } = [];

    /// <summary>Preferred for REST and needed for browser access tokens; without it the account's first auth token is used for REST.</summary>
    public string ApiKeySid { get; set; } = "";

    public string ApiKeySecret { get; set; } = "";

    /// <summary>Twilio, or any server that speaks its REST interface.</summary>
    public string ApiBaseUrl { get; set; } = "https://api.twilio.com";

    /// <summary>Set by a host that knows the address to be inside a private network; plain http to loopback is always taken.</summary>
    public bool AllowPlainHttp { get; set; }

    internal (string User, string Password) Credentials => ApiKeySid.Length > 0 ? (ApiKeySid, ApiKeySecret) : (AccountSid, AuthTokens[0]);
}

/// <summary>Says everything that is wrong at once, one sentence each; secrets are never repeated.</summary>
internal sealed partial class TwilioOptionsCheck : IValidateOptions<TwilioOptions>
{
    public ValidateOptionsResult Validate(string? name, TwilioOptions options)
    {
        var faults = FaultsOf(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> FaultsOf(TwilioOptions options)
    {
        if (!AccountSid().IsMatch(options.AccountSid)) yield return "Twilio:AccountSid must be AC and 32 hexadecimal digits.";
        if (options.AuthTokens.Count == 0) yield return "Twilio:AuthTokens must hold at least the account's primary auth token: it verifies every webhook.";
        for (var i = 0; i < options.AuthTokens.Count; i++)
        {
            // A token read from a file often ends with a line feed and then verifies nothing.
            if (options.AuthTokens[i] is not { Length: > 0 } token || token.Any(char.IsWhiteSpace))
                yield return $"Twilio:AuthTokens:{i} must be a token without any white space.";
        }
        if (options.ApiKeySid.Length > 0 != options.ApiKeySecret.Length > 0) yield return "Twilio:ApiKeySid and Twilio:ApiKeySecret must be given together or not at all.";
        if (options.ApiKeySid.Length > 0 && !KeySid().IsMatch(options.ApiKeySid)) yield return "Twilio:ApiKeySid must be SK and 32 hexadecimal digits.";
        if (FaultOfAddress(options) is { } fault) yield return fault;
    }

    private static string? FaultOfAddress(TwilioOptions options)
    {
        if (!Uri.TryCreate(options.ApiBaseUrl, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
            return "Twilio:ApiBaseUrl must be an absolute https URL such as https://api.twilio.com.";
        if (address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
            return "Twilio:ApiBaseUrl must have neither a query nor a fragment nor credentials.";
        return address.Scheme is "https" || address.IsLoopback || options.AllowPlainHttp
            ? null
            : "Twilio:ApiBaseUrl must be https: plain http is taken for loopback or a private network only.";
    }

    [GeneratedRegex("^AC[0-9a-fA-F]{32}\\z", RegexOptions.None, 1000)]
    private static partial Regex AccountSid();

    [GeneratedRegex("^SK[0-9a-fA-F]{32}\\z", RegexOptions.None, 1000)]
    private static partial Regex KeySid();
}
