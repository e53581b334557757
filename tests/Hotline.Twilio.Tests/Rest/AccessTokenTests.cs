using System.Buffers.Text;
using System.Text.Json;
using Hotline.Conformance;
using Hotline.Twilio.Rest;

namespace Hotline.Twilio.Tests.Rest;

public sealed class AccessTokenTests
{
    private const string Secret = "a-secret-of-the-key";

    private static readonly TwilioOptions Options = new() { AccountSid = TwilioAccount.Sid, ApiKeySid = TwilioAccount.KeySid, ApiKeySecret = Secret };

    public static TheoryData<bool, string?> Grants => new() { { true, null }, { true, TwilioAccount.ApplicationSid }, { false, TwilioAccount.ApplicationSid }, { false, null } };

    [Theory]
    [MemberData(nameof(Grants))]
    public async Task A_browser_token_is_one_that_Twilio_takes(bool incoming, string? application)
    {
        var token = new AccessToken("agent_17") { Incoming = incoming, OutgoingApplicationSid = application }.Sign(Options, TimeProvider.System.GetUtcNow());

        var (exitCode, output) = await ConformanceKit.RunAsync("token-check.mjs", ["verify", "--account", TwilioAccount.Sid, "--key", TwilioAccount.KeySid, "--secret", Secret], token);

        Assert.Equal((0, "valid"), (exitCode, output.Trim()));
        var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(token.Split('.')[1])).RootElement;
        var voice = payload.GetProperty("grants").GetProperty("voice");
        Assert.Equal((incoming, application is not null), (voice.TryGetProperty("incoming", out _), voice.TryGetProperty("outgoing", out _)));
        Assert.Equal(3600, payload.GetProperty("exp").GetInt64() - payload.GetProperty("iat").GetInt64());
    }

    [Fact]
    public async Task A_token_under_another_secret_is_refused()
    {
        var token = new AccessToken("agent_17").Sign(Options, TimeProvider.System.GetUtcNow());

        var (exitCode, _) = await ConformanceKit.RunAsync("token-check.mjs", ["verify", "--account", TwilioAccount.Sid, "--key", TwilioAccount.KeySid, "--secret", "another"], token);

        Assert.Equal(1, exitCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("김상담")]
    [InlineData("kim@example.kr")]
    public void An_identity_that_could_be_a_person_is_refused(string identity) =>
        Assert.Throws<InvalidOperationException>(() => new AccessToken(identity).Sign(Options, DateTimeOffset.UnixEpoch));

    [Fact]
    public void A_token_never_outlives_a_day() =>
        Assert.Throws<InvalidOperationException>(() => new AccessToken("agent_17") { Life = TimeSpan.FromHours(25) }.Sign(Options, DateTimeOffset.UnixEpoch));

    [Fact]
    public void A_token_needs_the_key() =>
        Assert.Throws<InvalidOperationException>(() => new AccessToken("agent_17").Sign(new TwilioOptions { AccountSid = TwilioAccount.Sid }, DateTimeOffset.UnixEpoch));
}
