using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Hotline.Sandbox.Tests.Carrier;

/// <summary>The whole sandbox on a loopback port, a tiny hotline beside it, and a REST client with the account's credentials.</summary>
public sealed class CarrierFixture : IAsyncLifetime, IDisposable
{
    private readonly StubHotline hotline = new();

    internal StubHotline Hotline => hotline;

    internal SandboxServer Sandbox { get; private set; } = null!;

    public HttpClient Http { get; } = new();

    public async Task InitializeAsync()
    {
        Sandbox = await SandboxServer.StartAsync(hotline.Settings, hotline.Time, new HttpMessageInvoker(hotline));
        Http.BaseAddress = new($"{Sandbox.BaseUrl}2010-04-01/Accounts/{hotline.Settings.AccountSid}/");
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{hotline.Settings.AccountSid}:{hotline.Settings.AuthToken}")));
    }

    public async Task<(int Status, JsonElement Body)> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await Http.PostAsync(new Uri(path, UriKind.Relative), content);
        await Sandbox.Network.SettleAsync();
        return ((int)response.StatusCode, await JsonAsync(response));
    }

    public async Task<(int Status, JsonElement Body)> GetAsync(string path)
    {
        using var response = await Http.GetAsync(new Uri(path, UriKind.Relative));
        return ((int)response.StatusCode, await JsonAsync(response));
    }

    public async Task DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        Dispose();
    }

    public void Dispose()
    {
        Http.Dispose();
        hotline.Dispose();
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return text.Length is 0 ? default : JsonDocument.Parse(text).RootElement;
    }
}
