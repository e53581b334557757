using System.Net.Http.Headers;
using System.Text.Json;

namespace Hotline.Sandbox.Control;

/// <summary>
/// The hotline's clock, seen from outside. A hotline in Development may offer <c>/development/clock</c>; without it the clock is known only
/// from <c>Hotline:ClockOffset</c>, which <c>./run</c> gives to the hotline and to the sandbox alike, and cannot be moved.
/// </summary>
internal sealed class HotlineClock(HttpMessageInvoker transport, SandboxSettings settings, IConfiguration configuration, TimeProvider time)
{
    private const string Path = "/development/clock";

    public async Task<ClockView> ReadAsync(CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, settings.RequestedBase + Path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return await AskAsync(request, cancellation) is { } now
            ? new(now, (now - time.GetUtcNow()).TotalSeconds, CanBeSet: true)
            : new(time.GetUtcNow() + StartOffset, StartOffset.TotalSeconds, CanBeSet: false);
    }

    /// <returns>Null when this hotline's clock cannot be moved while it runs.</returns>
    public async Task<ClockView?> SetAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, settings.RequestedBase + Path) { Content = JsonContent.Create(new { now }) };
        return await AskAsync(request, cancellation) is { } set ? new(set, (set - time.GetUtcNow()).TotalSeconds, CanBeSet: true) : null;
    }

    private TimeSpan StartOffset => configuration.GetValue<TimeSpan>("Hotline:ClockOffset");

    /// <returns>What the hotline says its time is; null from one that does not offer its clock, or does not answer.</returns>
    private async Task<DateTimeOffset?> AskAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            using var response = await transport.SendAsync(request, cancellation);
            if (response is not { IsSuccessStatusCode: true, Content.Headers.ContentType.MediaType: "application/json" })
                return null;
            await using var body = await response.Content.ReadAsStreamAsync(cancellation);
            using var answer = await JsonDocument.ParseAsync(body, default, cancellation);
            return answer.RootElement.GetProperty("now").GetDateTimeOffset();
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}

/// <param name="OffsetSeconds">How far the hotline's time is ahead of the machine's.</param>
/// <param name="CanBeSet">Whether it can be moved while the hotline runs.</param>
internal sealed record ClockView(DateTimeOffset Now, double OffsetSeconds, bool CanBeSet);
