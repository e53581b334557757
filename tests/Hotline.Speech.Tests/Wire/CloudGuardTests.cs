using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hotline.Speech.Tests;

public sealed class CloudGuardTests
{
    private const string Cloud = "https://koreacentral.api.cognitive.microsoft.com";

    [Fact]
    public async Task Settings_that_slipped_past_the_check_still_cannot_reach_the_cloud()
    {
        using var wire = new ScriptedWire(ScriptedWire.Transcript());
        await using var host = Host(wire, allowCloud: false);

        var fault = await Assert.ThrowsAsync<SttException>(() => host.First.TranscribeAsync(Sample.Request(), CancellationToken.None));

        Assert.Equal(SttErrorKind.CloudRefused, fault.Kind);
        Assert.False(fault.Retryable);
        Assert.Equal(0, wire.Count);
    }

    [Fact]
    public async Task With_the_cloud_allowed_the_same_settings_reach_it()
    {
        using var wire = new ScriptedWire(ScriptedWire.Transcript());
        await using var host = Host(wire, allowCloud: true);

        await host.First.TranscribeAsync(Sample.Request(), CancellationToken.None);

        Assert.Equal(1, wire.Count);
    }

    [Theory]
    [InlineData(AzureFastTranscription.ProviderName)]
    [InlineData(OpenAiTranscription.ProviderName)]
    public async Task No_client_of_this_library_sends_to_a_foreign_address(string client)
    {
        using var wire = new ScriptedWire(ScriptedWire.Transcript());
        await using var host = Host(wire, allowCloud: false);

        await Assert.ThrowsAsync<SttException>(() => host.Get<IHttpClientFactory>().CreateClient(client).GetAsync(new Uri("https://203.0.113.7/")));

        Assert.Equal(0, wire.Count);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_private_server_cannot_send_the_recording_on_elsewhere(int status)
    {
        await using var elsewhere = await SpeechServer.StartAsync();
        await using var server = await SpeechServer.StartAsync();
        server.Then(Reply.Json(status, "", ("Location", $"{elsewhere.Address}speechtotext/transcriptions:transcribe?api-version=2025-10-15")));
        await using var host = new SpeechHost(SpeechHost.Settings(TranscriptionMode.Azure, server));

        var fault = await Assert.ThrowsAsync<SttException>(() => host.First.TranscribeAsync(Sample.Request(), CancellationToken.None));

        Assert.Equal((HttpStatusCode)status, fault.Status);
        Assert.Single(server.Calls);
        Assert.Empty(elsewhere.Calls);
    }

    [Fact]
    public void A_proxy_from_the_environment_is_not_used_while_the_cloud_is_off()
    {
        using var sockets = PrivateAddressesOnly.Sockets(allowCloud: false);

        Assert.False(sockets.UseProxy);
        Assert.False(sockets.AllowAutoRedirect);
        Assert.NotNull(sockets.ConnectCallback);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9000", true)]
    [InlineData("http://127.8.9.10", true)]
    [InlineData("http://[::1]:9000", true)]
    [InlineData("http://[::ffff:127.0.0.1]", true)]
    [InlineData("http://localhost", true)]
    [InlineData("http://LOCALHOST", true)]
    [InlineData("http://stt.internal", true)]
    [InlineData("http://10.1.2.3", true)]
    [InlineData("http://192.0.2.7", true)]
    [InlineData("http://192.0.2.8", false)]
    [InlineData("http://11.0.0.1", false)]
    [InlineData("http://stt.internal.example.com", false)]
    [InlineData("http://localhost.example.com", false)]
    [InlineData("http://127.0.0.1.example.com", false)]
    [InlineData("http://0.0.0.0", false)]
    [InlineData(Cloud, false)]
    public void Private_is_loopback_and_what_is_listed(string address, bool isPrivate)
    {
        var network = new PrivateNetwork(["stt.internal", "10.0.0.0/8", "192.0.2.7"]);

        Assert.Equal(isPrivate, network.Contains(new Uri(address)));
    }

    private static SpeechHost Host(ScriptedWire wire, bool allowCloud) => new(
        [("Mode", "Azure"), ("Azure:Endpoint", Cloud), ("Azure:Key", "k"), ("AllowCloud", $"{allowCloud}")],
        change: services =>
        {
            services.Remove(services.Single(service => service.ServiceType == typeof(IValidateOptions<TranscriptionOptions>)));
            services.AddHttpClient(AzureFastTranscription.ProviderName).ConfigurePrimaryHttpMessageHandler(() => wire);
            services.AddHttpClient(OpenAiTranscription.ProviderName).ConfigurePrimaryHttpMessageHandler(() => wire);
        });
}
