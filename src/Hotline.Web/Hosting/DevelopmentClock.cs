using System.Net;

namespace Hotline.Web.Hosting;

/// <summary>
/// Lets a rehearsal set the line's date and time while it runs: <c>GET</c> and <c>PUT /development/clock</c> with <c>{"now": …}</c>. Exists in Development
/// only, and only for this machine itself.
/// </summary>
public static class DevelopmentClock
{
    public const string Path = "/development/clock";

    public static void MapDevelopmentClock(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment() || app.Services.GetRequiredService<TimeProvider>() is not ShiftedClock clock)
            return;
        var route = app.MapGroup(Path).AllowAnonymous().DisableAntiforgery();
        route.MapGet("", (HttpContext http) => FromHere(http) ? Results.Json(new Told(clock.GetUtcNow())) : Results.NotFound());
        route.MapPut("", (HttpContext http, Told told, ILogger<ShiftedClock> log) =>
        {
            if (!FromHere(http))
                return Results.NotFound();
            clock.Set(told.Now);
            log.LogWarning("THE CLOCK WAS SET to {Now}: hours, windows and records follow it.", told.Now);
            return Results.Json(new Told(clock.GetUtcNow()));
        });
    }

    private static bool FromHere(HttpContext http) => http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);

    private sealed record Told(DateTimeOffset Now);
}
