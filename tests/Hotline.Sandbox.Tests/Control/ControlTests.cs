using System.Net.Http.Json;
using System.Text.Json;

namespace Hotline.Sandbox.Tests.Control;

public sealed class ControlTests : IAsyncLifetime, IDisposable
{
    private readonly StubHotline hotline = new StubHotline()
        .On("/voice/incoming", """<Response><Gather numDigits="1" action="menu"><Say language="ko-KR">안녕하세요.</Say></Gather></Response>""")
        .On("/voice/menu", """<Response><Record action="recorded"/></Response>""")
        .On("/voice/recorded", "<Response><Dial><Number>+821000009999</Number></Dial></Response>");

    private readonly HttpClient http = new();
    private SandboxServer sandbox = null!;

    [Fact]
    public async Task A_whole_call_is_lived_through_from_a_browser()
    {
        var started = await PostAsync("calls", new { kind = "Mobile", which = 1234 });
        var sid = started.GetProperty("sid").GetString();

        await PostAsync($"calls/{sid}/keys", new { keys = "3" });
        using var message = new ByteArrayContent(Wav.Seconds(5));
        using var left = await http.PostAsync(new Uri($"calls/{sid}/message?text=도와주세요&end=%23", UriKind.Relative), message);
        await PostAsync("phones/answer", new { address = "+821000009999" });
        await PostAsync($"calls/{sid}/words", new { text = "여보세요" });
        var heard = await http.GetFromJsonAsync<JsonElement>(new Uri($"calls/{sid}/heard", UriKind.Relative));
        await PostAsync($"calls/{sid}/hang-up", new { });

        Assert.Equal(204, (int)left.StatusCode);
        Assert.Equal(["said", "beep"], heard.EnumerateArray().Select(line => line.GetProperty("kind").GetString()), StringComparer.Ordinal);
        Assert.Equal("여보세요", sandbox.Network.Phone("+821000009999").Calls[0].HeardText);
        var calls = await http.GetFromJsonAsync<JsonElement>(new Uri("calls", UriKind.Relative));
        Assert.All(calls.EnumerateArray(), call => Assert.Equal("completed", call.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task What_is_heard_reaches_the_browser_while_it_happens()
    {
        using var response = await http.GetAsync(new Uri("events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync());

        await PostAsync("calls", new { kind = "Withheld" });

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (await events.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Contains("안녕하세요.", StringComparison.Ordinal) || line.Contains("\\uC548", StringComparison.OrdinalIgnoreCase))
                return;
        }

        Assert.Fail("The stream ended and nothing was heard.");
    }

    [Theory]
    [InlineData("calls/CA0/keys", """{"keys":"1"}""", 404)]
    [InlineData("phones/answer", """{"address":"+821000000001"}""", 409)]
    [InlineData("phones/when-called", """{"address":"+821000000001","answer":"sleeps"}""", 400)]
    [InlineData("faults", """{"point":"Cases","fault":"explode"}""", 400)]
    [InlineData("faults", """{"point":"Cases","fault":"answer","status":503,"times":2}""", 204)]
    [InlineData("cases/C-1/state", """{"state":"closed"}""", 404)]
    public async Task An_order_that_makes_no_sense_is_refused(string path, string body, int status)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri(path, UriKind.Relative), content);

        Assert.Equal(status, (int)response.StatusCode);
    }

    public async Task InitializeAsync()
    {
        sandbox = await SandboxServer.StartAsync(hotline.Settings, hotline.Time, new HttpMessageInvoker(hotline));
        http.BaseAddress = new(sandbox.BaseUrl, "sandbox/");
    }

    public async Task DisposeAsync()
    {
        await sandbox.DisposeAsync();
        Dispose();
    }

    public void Dispose()
    {
        http.Dispose();
        hotline.Dispose();
    }

    private async Task<JsonElement> PostAsync(string path, object order)
    {
        using var response = await http.PostAsJsonAsync(new Uri(path, UriKind.Relative), order);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode} {text}");
        return text.Length is 0 ? default : JsonDocument.Parse(text).RootElement;
    }
}
