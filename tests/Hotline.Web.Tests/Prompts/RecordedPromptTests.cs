using System.Net;
using System.Net.Http.Headers;
using System.Runtime.Versioning;
using Hotline.Sandbox.Network;
using Hotline.Web.Tests.Harness;

namespace Hotline.Web.Tests.Prompts;

[SupportedOSPlatform("linux")]
public sealed class RecordedPromptTests : IAsyncLifetime, IDisposable
{
    private readonly PromptFolder prompts = new();
    private readonly HttpClient carrier = new();
    private LineUnderTest? started;

    private LineUnderTest Line => started!;

    public async Task InitializeAsync()
    {
        prompts.Record("ko/greeting.open.wav");
        started = await LineUnderTest.StartAsync(("Prompts:Directory", prompts.Path));
    }

    public async Task DisposeAsync() => await Line.DisposeAsync();

    public void Dispose()
    {
        carrier.Dispose();
        prompts.Dispose();
    }

    [Fact]
    public async Task A_recorded_prompt_is_played_in_its_language_and_everything_else_is_said()
    {
        var call = await Line.DialAsync();
        await call.PressAsync("9");

        var played = Assert.Single(call.Heard, heard => heard.Kind == HeardKind.Played);
        Assert.StartsWith(LineUnderTest.PublicBaseUrl + "/media/prompts/ko/greeting.open.wav?v=", played.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("안녕하세요. 디지털성범죄피해자지원센터입니다.", call.HeardText, StringComparison.Ordinal);
        Assert.Contains("Hello, this is the Digital Sexual Crime Victim Support Center.", call.HeardText, StringComparison.Ordinal);
        Assert.Empty(Line.Network.Problems);
    }

    [Fact]
    public async Task The_carrier_fetches_the_sound_once_and_may_keep_it()
    {
        var path = new Uri((await Line.DialAsync()).Heard.Single(heard => heard.Kind == HeardKind.Played).Text).PathAndQuery;

        using var answer = await GetAsync(path);
        using var again = await GetAsync(path, answer.Headers.ETag);
        using var unversioned = await GetAsync("/media/prompts/ko/greeting.open.wav");

        Assert.Equal(PromptFolder.Wave, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("audio/wav", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl?.ToString());
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal("no-cache", unversioned.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("/media/prompts/en/greeting.open.wav")]
    [InlineData("/media/prompts/ko/menu.main.wav")]
    [InlineData("/media/prompts/xx/greeting.open.wav")]
    [InlineData("/media/prompts/ko/..%2f..%2fgreeting.wav")]
    public async Task What_nobody_recorded_is_not_there(string path)
    {
        using var answer = await GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private Task<HttpResponseMessage> GetAsync(string path, EntityTagHeaderValue? known = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Line.Address, path));
        if (known is not null)
            request.Headers.IfNoneMatch.Add(known);
        return carrier.SendAsync(request);
    }
}
