using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hotline.CaseBackend.Tests;

public sealed class CaseBackendOptionsTests
{
    [Theory]
    [InlineData("https://cases.example.go.kr", null)]
    [InlineData("http://127.0.0.1:5090/cases", null)]
    [InlineData("http://localhost:5090", null)]
    [InlineData("http://cases.inside:8080", "cases.inside")]
    public void An_address_that_keeps_personal_data_safe_is_accepted(string url, string? privateHost)
    {
        var options = Bind(("BaseUrl", url), ("ApiKey", "key"), ("PrivateHosts:0", privateHost));

        Assert.Equal(new Uri(url), options.BaseUrl);
        Assert.Equal(TimeSpan.FromSeconds(90), options.TranscriptWait);
        Assert.Equal(!url.StartsWith("https", StringComparison.Ordinal), options.IsPrivate);
    }

    [Theory]
    [InlineData("http://cases.example.go.kr", "must be https")]
    [InlineData("ftp://cases.example.go.kr", "must be the address")]
    [InlineData("cases", "must be the address")]
    [InlineData("https://user:pw@cases.example.go.kr", "no user, query or fragment")]
    public void An_address_that_does_not_is_refused_with_a_sentence(string url, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<OptionsValidationException>(() => Bind(("BaseUrl", url), ("ApiKey", "key"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Bind(("ApiKey", "two words"), ("TranscriptWait", "01:00:00")));

        Assert.Equal(3, refusal.Failures.Count());
        Assert.DoesNotContain("two words", refusal.Message, StringComparison.Ordinal);
    }

    private static CaseBackendOptions Bind(params (string Name, string? Value)[] settings) => new ServiceCollection()
        .AddCaseBackend(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(setting => "CaseBackend:" + setting.Name, setting => setting.Value, StringComparer.Ordinal))
            .Build())
        .BuildServiceProvider()
        .GetRequiredService<IOptions<CaseBackendOptions>>().Value;
}
