using Hotline.Sandbox.Network;
using Microsoft.Extensions.Options;

namespace Hotline.Sandbox;

/// <summary>Section <c>Sandbox</c>. The defaults are those of <c>./run</c> on one machine; every secret here is a made-up one.</summary>
public sealed class SandboxSettings
{
    public const string Section = "Sandbox";

    /// <summary>Where the hotline really listens.</summary>
    public Uri HotlineBaseUrl { get; set; } = new("http://127.0.0.1:5080");

    /// <summary>The hotline's <c>Hotline:PublicBaseUrl</c>: the address that is signed. Null: the same as <see cref="HotlineBaseUrl"/>.</summary>
    public Uri? PublicBaseUrl { get; set; }

    public string AccountSid { get; set; } = "AC00000000000000000000000000000001";

    /// <summary>Signs webhooks, and is the REST password of the account.</summary>
    public string AuthToken { get; set; } = "sandbox-auth-token";

    /// <summary>Also accepted as a REST user, with <see cref="ApiKeySecret"/>; null accepts the account alone.</summary>
    public string? ApiKeySid { get; set; }

    public string? ApiKeySecret { get; set; }

    /// <summary>The hotline's number, E.164.</summary>
    public string Number { get; set; } = "+8227358994";

    /// <summary>Other numbers that the hotline may show on its calls.</summary>
    public IReadOnlyList<string> VerifiedNumbers { get; set; } = [];

    /// <summary>The bearer token that the case backend accepts.</summary>
    public string CaseApiKey { get; set; } = "sandbox-case-key";

    /// <summary>The key that the speech server accepts.</summary>
    public string SpeechKey { get; set; } = "sandbox-speech-key";

    public NetworkPace Pace { get; set; } = NetworkPace.Live;

    /// <summary>The same seed gives the same identifiers; null draws one.</summary>
    public int? Seed { get; set; }

    public string SignedBase => (PublicBaseUrl ?? HotlineBaseUrl).AbsoluteUri.TrimEnd('/');

    public string RequestedBase => HotlineBaseUrl.AbsoluteUri.TrimEnd('/');
}

/// <summary>All that is wrong with the section, at once.</summary>
internal sealed class SandboxSettingsRules : IValidateOptions<SandboxSettings>
{
    public ValidateOptionsResult Validate(string? name, SandboxSettings options)
    {
        List<string> wrongs = [.. Wrongs(options)];
        return wrongs.Count is 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrongs);
    }

    private static IEnumerable<string> Wrongs(SandboxSettings options)
    {
        if (options.HotlineBaseUrl is not { IsAbsoluteUri: true, Scheme: "http" or "https", IsLoopback: true })
            yield return "Sandbox:HotlineBaseUrl must be a loopback address such as http://127.0.0.1:5080: the simulated network calls nobody outside this machine.";
        if (options.PublicBaseUrl is { IsAbsoluteUri: false })
            yield return "Sandbox:PublicBaseUrl must be an absolute address, the same as Hotline:PublicBaseUrl.";
        if (options.AccountSid.Length is not 34 || !options.AccountSid.StartsWith("AC", StringComparison.Ordinal))
            yield return "Sandbox:AccountSid must be AC and 32 hexadecimal digits.";
        if (string.IsNullOrEmpty(options.AuthToken))
            yield return "Sandbox:AuthToken must be the token in the hotline's Twilio:AuthTokens.";
        if (!options.Number.StartsWith('+'))
            yield return "Sandbox:Number must be E.164, such as +8227358994.";
    }
}
