using Hotline.Web.Hosting;
using Hotline.Web.Tests.Harness;
using Microsoft.Extensions.Configuration;

namespace Hotline.Web.Tests.Hosting;

/// <summary>Nobody abroad gets personal data without a recorded legal ground.</summary>
public sealed class CrossBorderTests
{
    private static readonly (string, string)[] Abroad =
    [
        ("Transcription:Mode", "AzureThenSelfHosted"),
        ("Transcription:Azure:Endpoint", "https://koreacentral.api.cognitive.microsoft.com"),
        ("Transcription:SelfHosted:BaseUrl", "https://speech.example.com"),
        ("CaseBackend:BaseUrl", "https://cases.example.go.kr"),
    ];

    [Fact]
    public void Each_adapter_abroad_without_a_ground_is_one_sentence()
    {
        var faults = Faults(Abroad);

        Assert.Collection(
            faults,
            fault => Assert.StartsWith("Twilio:ApiBaseUrl leads to api.twilio.com, which is not known to be in Korea", fault, StringComparison.Ordinal),
            fault => Assert.StartsWith("Transcription:Azure:Endpoint leads to koreacentral.api.cognitive.microsoft.com", fault, StringComparison.Ordinal),
            fault => Assert.StartsWith("Transcription:SelfHosted:BaseUrl leads to speech.example.com", fault, StringComparison.Ordinal),
            fault => Assert.StartsWith("CaseBackend:BaseUrl leads to cases.example.go.kr", fault, StringComparison.Ordinal));
    }

    [Fact]
    public void A_recognizer_that_nobody_asks_needs_no_ground() =>
        Assert.DoesNotContain(Faults([.. Abroad, ("Transcription:Mode", "Off")]), fault => fault.StartsWith("Transcription", StringComparison.Ordinal));

    [Fact]
    public void Loopback_private_and_domestic_hosts_need_no_ground() => Assert.Empty(Faults(
        ("Twilio:ApiBaseUrl", "https://trunk.example.kr"),
        ("CrossBorder:DomesticHosts:0", "trunk.example.kr"),
        ("Transcription:Mode", "SelfHostedThenAzure"),
        ("Transcription:SelfHosted:BaseUrl", "http://10.0.0.20:8000"),
        ("Transcription:PrivateHosts:0", "10.0.0.0/8"),
        ("Transcription:Azure:Endpoint", "http://127.0.0.1:5090/speech"),
        ("CaseBackend:BaseUrl", "http://cases.internal"),
        ("CaseBackend:PrivateHosts:0", "cases.internal")));

    [Fact]
    public void A_ground_counts_when_every_field_is_filled()
    {
        (string, string)[] begun = [("CrossBorder:Grounds:0:Adapter", "twilio"), ("CrossBorder:Grounds:0:Ground", "PIPA article 28-8 (1) 3"), ("CrossBorder:Grounds:0:Items", " ")];
        (string, string)[] whole = [.. begun, ("CrossBorder:Grounds:0:Items", "telephone number"), ("CrossBorder:Grounds:0:Contract", "file 12")];

        Assert.EndsWith("(Adapter twilio) lacks Items and Contract.", Assert.Single(Faults(begun)), StringComparison.Ordinal);
        Assert.Empty(Faults(whole));
    }

    [Theory]
    [InlineData("CrossBorder:Grounds:0:Adapter", "twillio", "must be one of twilio, azure-speech, self-hosted-speech, case-backend.")]
    [InlineData("CrossBorder:DomesticHosts:0", "10.0.0.0/99", "must be a host name, an address or a range such as 10.0.0.0/8.")]
    public void What_cannot_be_meant_is_said(string key, string value, string sentence) =>
        Assert.Equal($"{key} {sentence}", Assert.Single(Faults(("Twilio:ApiBaseUrl", "http://127.0.0.1:5090"), (key, value))));

    [Fact]
    public void Two_grounds_for_one_adapter_are_one_too_many() => Assert.Equal(
        "CrossBorder:Grounds:1 is a second ground for twilio: an adapter has one.",
        Assert.Single(Faults(("Twilio:ApiBaseUrl", "http://127.0.0.1"), ("CrossBorder:Grounds:0:Adapter", "twilio"), ("CrossBorder:Grounds:1:Adapter", "twilio"))));

    [Fact]
    public void The_example_settings_are_permitted() =>
        Assert.Empty(Faults(new ConfigurationBuilder().AddJsonFile(Path.Combine(Repository.Root, "appsettings.example.json")).Build()));

    private static IReadOnlyList<string> Faults(params (string Key, string Value)[] settings) => Faults(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.GroupBy(s => s.Key, StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, (string?)g.Last().Value)))
        .Build());

    private static IReadOnlyList<string> Faults(IConfiguration configuration)
    {
        var options = configuration.GetSection(CrossBorderOptions.Section).Get<CrossBorderOptions>() ?? new CrossBorderOptions();
        return [.. new CrossBorderValidation(configuration).Validate(null, options).Failures ?? []];
    }
}
