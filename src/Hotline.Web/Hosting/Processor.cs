using Hotline.CaseBackend;
using Hotline.Speech;
using Hotline.Twilio.Rest;

namespace Hotline.Web.Hosting;

/// <summary>Somebody outside this service who gets personal data from it.</summary>
/// <param name="Setting">Where its address is configured.</param>
/// <param name="IsDomestic">On our own premises, or listed as being in Korea.</param>
/// <param name="Ground">What is recorded for it; null when nothing is.</param>
public sealed record Processor(string Adapter, string Setting, string Host, bool IsDomestic, CrossBorderGround? Ground)
{
    public static readonly IReadOnlyList<string> Adapters = ["twilio", "azure-speech", "self-hosted-speech", "case-backend"];

    /// <summary>
    /// Those that these settings lead to. Reads the settings as they are written, because faults elsewhere must not hide whoever is abroad;
    /// an address that cannot be read is its own section's fault and left out.
    /// </summary>
    public static IReadOnlyList<Processor> In(IConfiguration configuration)
    {
        var crossBorder = Section<CrossBorderOptions>(configuration, CrossBorderOptions.Section);
        var twilio = Section<TwilioOptions>(configuration, TwilioOptions.Section);
        var speech = Section<TranscriptionOptions>(configuration, TranscriptionOptions.Section);
        var cases = Section<CaseBackendOptions>(configuration, CaseBackendOptions.Section);
        (string Setting, string? Address, IEnumerable<string> PrivateHosts)[] addresses =
        [
            ("Twilio:ApiBaseUrl", twilio.ApiBaseUrl, []),
            ("Transcription:Azure:Endpoint", speech.UsesAzure ? speech.Azure.Endpoint : null, speech.PrivateHosts),
            ("Transcription:SelfHosted:BaseUrl", speech.UsesSelfHosted ? speech.SelfHosted.BaseUrl : null, speech.PrivateHosts),
            ("CaseBackend:BaseUrl", cases.BaseUrl?.OriginalString, cases.PrivateHosts),
        ];
        return
        [
            .. from used in Adapters.Zip(addresses, (adapter, address) => (Adapter: adapter, address.Setting, address.Address, address.PrivateHosts))
               where Uri.TryCreate(used.Address, UriKind.Absolute, out var _)
               let address = new Uri(used.Address!)
               let domestic = new PrivateNetwork(used.PrivateHosts.Concat(crossBorder.DomesticHosts).Where(IsReadable))
               let ground = crossBorder.Grounds.FirstOrDefault(ground => string.Equals(ground.Adapter, used.Adapter, StringComparison.Ordinal))
               select new Processor(used.Adapter, used.Setting, address.IdnHost, domestic.Contains(address), ground),
        ];
    }

    internal static bool IsReadable(string host)
    {
        try
        {
            return new PrivateNetwork([host]) is not null;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static T Section<T>(IConfiguration configuration, string name)
        where T : new() => configuration.GetSection(name).Get<T>() ?? new T();
}
