using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace Hotline.Sandbox.Tests.Control;

/// <summary>The hotline's clock on the page: read and moved where the hotline offers it, and known to stand fast where not.</summary>
public sealed class HotlineClockTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_clock_that_the_hotline_offers_is_read_and_set()
    {
        using var hotline = new Hotline { Offers = true };
        await using var sandbox = await SandboxServer.StartAsync(new(), new FakeTimeProvider(Now), new HttpMessageInvoker(hotline));
        using var http = new HttpClient { BaseAddress = new(sandbox.BaseUrl, "sandbox/") };

        using var set = await http.PutAsJsonAsync(new Uri("clock", UriKind.Relative), new { now = "2026-12-25T10:00:00+09:00" });
        var clock = await http.GetFromJsonAsync<JsonElement>(new Uri("clock", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, set.StatusCode);
        Assert.Equal("http://127.0.0.1:5080/development/clock", hotline.Asked);
        Assert.Equal(new DateTimeOffset(2026, 12, 25, 1, 0, 0, TimeSpan.Zero), clock.GetProperty("now").GetDateTimeOffset());
        Assert.Equal(TimeSpan.FromDays(31).TotalSeconds, clock.GetProperty("offsetSeconds").GetDouble());
        Assert.True(clock.GetProperty("canBeSet").GetBoolean());
    }

    [Fact]
    public async Task A_clock_that_the_hotline_does_not_offer_is_the_machines_and_stays()
    {
        using var hotline = new Hotline { Offers = false };
        await using var sandbox = await SandboxServer.StartAsync(new(), new FakeTimeProvider(Now), new HttpMessageInvoker(hotline));
        using var http = new HttpClient { BaseAddress = new(sandbox.BaseUrl, "sandbox/") };

        using var set = await http.PutAsJsonAsync(new Uri("clock", UriKind.Relative), new { now = "2026-12-25T10:00:00+09:00" });
        var clock = await http.GetFromJsonAsync<JsonElement>(new Uri("clock", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Conflict, set.StatusCode);
        Assert.Equal(Now, clock.GetProperty("now").GetDateTimeOffset());
        Assert.False(clock.GetProperty("canBeSet").GetBoolean());
    }

    private sealed class Hotline : HttpMessageHandler
    {
        private DateTimeOffset now = Now;

        public required bool Offers { get; init; }

        public string? Asked { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked = request.RequestUri!.AbsoluteUri;
            if (!Offers)
                return new(HttpStatusCode.NotFound);
            if (request.Method == HttpMethod.Put)
                now = (await request.Content!.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("now").GetDateTimeOffset();
            return new(HttpStatusCode.OK) { Content = new StringContent(JsonSerializer.Serialize(new { now }), Encoding.UTF8, "application/json") };
        }
    }
}
