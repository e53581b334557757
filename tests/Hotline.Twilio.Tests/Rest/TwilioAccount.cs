using Hotline.Twilio.Rest;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Twilio.Tests.Rest;

/// <summary>The account that the conformance kit's requests belong to, and clients for it as the host makes them.</summary>
internal static class TwilioAccount
{
    public const string Sid = "AC0123456789abcdef0123456789abcdef";
    public const string CallSid = "CA1f2e3d4c5b6a79880102030405060708";
    public const string OtherCallSid = "CAaabbccddeeff00112233445566778899";
    public const string QueueSid = "QU5ef8732a3c49700934481addd5ce1659";
    public const string RecordingSid = "RE557ce644e5ab84fa21cc21112e22c485";
    public const string ConferenceSid = "CFe08c870b500f6e44a9ad184defd1f391";
    public const string NumberSid = "PN0123456789abcdef0123456789abcdef";
    public const string MessageSid = "SM0123456789abcdef0123456789abcdef";
    public const string MessagingServiceSid = "MG0123456789abcdef0123456789abcdef";
    public const string TrunkSid = "BY0123456789abcdef0123456789abcdef";
    public const string ApplicationSid = "AP0123456789abcdef0123456789abcdef";
    public const string KeySid = "SK0123456789abcdef0123456789abcdef";

    public static Dictionary<string, string?> Settings(string baseUrl) => new(StringComparer.Ordinal)
    {
        ["Twilio:AccountSid"] = Sid,
        ["Twilio:AuthTokens:0"] = "test-auth-token",
        ["Twilio:ApiBaseUrl"] = baseUrl,
    };

    public static ServiceProvider Services(Dictionary<string, string?> settings, TimeProvider clock, HttpMessageHandler? network = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services.AddTwilio(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        if (network is not null) services.AddHttpClient(nameof(TwilioClient)).ConfigurePrimaryHttpMessageHandler(() => network);
        return services.BuildServiceProvider();
    }
}
