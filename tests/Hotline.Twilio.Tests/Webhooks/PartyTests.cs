using Hotline.Twilio.Webhooks;

namespace Hotline.Twilio.Tests.Webhooks;

public sealed class PartyTests
{
    [Theory]
    [InlineData("+8227358994", "+8227358994")]
    [InlineData("8227358994", "+8227358994")]
    [InlineData("027358994", "+8227358994")]
    [InlineData("02-735-8994", "+8227358994")]
    [InlineData("+82 02-735-8994", "+8227358994")]
    [InlineData("010-0000-1234", "+821000001234")]
    [InlineData("+821000001234", "+821000001234")]
    [InlineData("070-0000-1234", "+827000001234")]
    [InlineData("1588-0000", "+8215880000")]
    [InlineData("tel:+82-2-735-8994", "+8227358994")]
    [InlineData("+12025550100", "+12025550100")]
    public void A_number_is_E164_however_it_came(string text, string number) =>
        Assert.Equal(new Party.Phone(number), Party.Parse(text));

    [Theory]
    [InlineData("sip:0212345678@pbx.example.kr", "+82212345678")]
    [InlineData("sip:+821000001234@pbx.example.kr;user=phone", "+821000001234")]
    [InlineData("sips:1001@pbx.example.kr", null)]
    [InlineData("sip:kim@pbx.example.kr", null)]
    [InlineData("sip:pbx.example.kr", null)]
    public void A_SIP_address_keeps_itself_and_says_its_number(string text, string? number)
    {
        var party = Party.Parse(text);

        Assert.Equal(new Party.SipAddress(text, number), party);
        Assert.Equal(number, party.PhoneNumber);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("anonymous")]
    [InlineData("Anonymous")]
    [InlineData("unknown")]
    [InlineData("+266696687")]
    [InlineData("sip:anonymous@anonymous.invalid")]
    public void A_withheld_number_is_no_number(string? text) => Assert.Equal(new Party.Withheld(), Party.Parse(text));

    [Fact]
    public void A_browser_has_an_identity() => Assert.Equal(new Party.Browser("agent_17"), Party.Parse("client:agent_17"));

    [Theory]
    [InlineData("1366")]
    [InlineData("112")]
    [InlineData("00182")]
    [InlineData("no number")]
    public void What_cannot_be_read_is_kept_as_it_came(string text) => Assert.Equal(new Party.Other(text), Party.Parse(text));

    [Fact]
    public void A_party_in_a_log_line_shows_no_number() =>
        Assert.Equal("Phone SipAddress", $"{Party.Parse("010-0000-1234")} {Party.Parse("sip:01000001234@pbx.example.kr")}");
}
