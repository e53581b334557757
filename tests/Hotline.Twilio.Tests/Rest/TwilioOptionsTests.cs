using Hotline.Twilio.Rest;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hotline.Twilio.Tests.Rest;

public sealed class TwilioOptionsTests
{
    [Fact]
    public void Every_fault_is_told_at_once_and_no_secret_is_repeated()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Twilio:AccountSid"] = "AC123",
            ["Twilio:AuthTokens:0"] = "from-a-file\n",
            ["Twilio:ApiKeySid"] = "KS1",
            ["Twilio:ApiBaseUrl"] = "http://api.example.kr",
        };

        var fault = Assert.Throws<OptionsValidationException>(() => Options(settings));

        Assert.Equal(
            [
                "Twilio:AccountSid must be AC and 32 hexadecimal digits.",
                "Twilio:AuthTokens:0 must be a token without any white space.",
                "Twilio:ApiKeySid and Twilio:ApiKeySecret must be given together or not at all.",
                "Twilio:ApiKeySid must be SK and 32 hexadecimal digits.",
                "Twilio:ApiBaseUrl must be https: plain http is taken for loopback or a private network only.",
            ],
            fault.Failures.ToArray());
    }

    [Theory]
    [InlineData("https://api.twilio.com", false, true)]
    [InlineData("http://127.0.0.1:5090", false, true)]
    [InlineData("http://localhost:5090", false, true)]
    [InlineData("http://10.0.0.5", false, false)]
    [InlineData("http://10.0.0.5", true, true)]
    [InlineData("https://api.twilio.com?x=1", false, false)]
    [InlineData("https://u:p@api.twilio.com", false, false)]
    [InlineData("api.twilio.com", false, false)]
    public void Plain_http_needs_loopback_or_leave(string address, bool allowed, bool good)
    {
        var settings = TwilioAccount.Settings(address);
        settings["Twilio:AllowPlainHttp"] = allowed.ToString();

        if (good) Assert.Equal(address, Options(settings).ApiBaseUrl);
        else Assert.Throws<OptionsValidationException>(() => Options(settings));
    }

    [Fact]
    public void Without_any_token_no_webhook_could_be_verified()
    {
        var settings = TwilioAccount.Settings("https://api.twilio.com");
        settings.Remove("Twilio:AuthTokens:0");

        Assert.Contains("Twilio:AuthTokens must hold", Assert.Throws<OptionsValidationException>(() => Options(settings)).Message, StringComparison.Ordinal);
    }

    private static TwilioOptions Options(Dictionary<string, string?> settings)
    {
        using var services = TwilioAccount.Services(settings, TimeProvider.System);
        return services.GetRequiredService<IOptions<TwilioOptions>>().Value;
    }
}
