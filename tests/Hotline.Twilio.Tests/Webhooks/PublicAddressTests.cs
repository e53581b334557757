using Hotline.Twilio.Webhooks;

namespace Hotline.Twilio.Tests.Webhooks;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("https://line.example.kr", "/voice/incoming?x=1", "https://line.example.kr/voice/incoming?x=1")]
    [InlineData("https://line.example.kr/", "/voice/%EC%83%81/?q=a%20b&c", "https://line.example.kr/voice/%EC%83%81/?q=a%20b&c")]
    [InlineData("https://LINE.example.kr:8443/hotline", "/voice", "https://LINE.example.kr:8443/hotline/voice")]
    [InlineData("https://user:pass@line.example.kr", "/voice#top", "https://line.example.kr/voice")]
    [InlineData("https://line.example.kr", "http://10.0.0.5:5080/voice?x=1", "https://line.example.kr/voice?x=1")]
    [InlineData("https://line.example.kr", "/voice?next=https://other.example/", "https://line.example.kr/voice?next=https://other.example/")]
    [InlineData("http://[::1]:5080", "/voice", "http://[::1]:5080/voice")]
    public void The_signed_address_is_the_configured_one_and_the_raw_target(string configured, string rawTarget, string expected) =>
        Assert.Equal(expected, PublicAddress.Parse(configured).UrlOf(rawTarget));

    [Fact]
    public void A_handshake_has_the_socket_scheme() =>
        Assert.Equal("wss://line.example.kr/media", PublicAddress.Parse("https://line.example.kr").SocketUrlOf("/media"));

    [Theory]
    [InlineData(null, "absolute")]
    [InlineData("line.example.kr", "absolute")]
    [InlineData("ftp://line.example.kr", "absolute")]
    [InlineData("https://line.example.kr?x=1", "query")]
    [InlineData("https://line.example.kr/#rc=2", "fragment")]
    [InlineData("https://my_line.example.kr", "underscore")]
    public void A_useless_address_is_refused_with_a_reason(string? configured, string reason)
    {
        Assert.False(PublicAddress.TryParse(configured, out _, out var fault));

        Assert.Contains(reason, fault, StringComparison.Ordinal);
    }
}
