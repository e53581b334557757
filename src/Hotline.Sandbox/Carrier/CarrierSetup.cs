using System.Net.Http.Headers;
using System.Text;
using Hotline.Sandbox.Network;

namespace Hotline.Sandbox.Carrier;

/// <summary>The carrier's REST API: for the account, with JSON answers, behind Basic authentication.</summary>
internal static class CarrierSetup
{
    public static void MapCarrier(this IEndpointRouteBuilder app)
    {
        var account = app.MapGroup(SandboxPaths.Carrier + "Accounts/{account}");
        account.AddEndpointFilter(CheckCredentials);
        account.MapCalls();
        account.MapRecordings();
        account.MapQueues();
        account.MapConferences();
        account.MapParticipants();
        account.MapMessages();
        account.MapNumbers();
        account.MapFallback(context => CarrierError.NotFound(context.Request.Path).ExecuteAsync(context));
    }

    private static async ValueTask<object?> CheckCredentials(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var settings = context.HttpContext.RequestServices.GetRequiredService<TelephoneNetwork>().Settings;
        var account = context.HttpContext.Request.RouteValues["account"] as string;
        var known = string.Equals(account, settings.AccountSid, StringComparison.Ordinal) && Accepts(settings, context.HttpContext.Request.Headers.Authorization.ToString());
        return known ? await next(context) : CarrierError.Of(401, 20003, "Authenticate");
    }

    private static bool Accepts(SandboxSettings settings, string authorization)
    {
        if (!AuthenticationHeaderValue.TryParse(authorization, out var header) || header is not { Scheme: "Basic", Parameter: { } encoded })
            return false;
        var buffer = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, buffer, out var length))
            return false;
        var given = Encoding.UTF8.GetString(buffer, 0, length);
        return string.Equals(given, $"{settings.AccountSid}:{settings.AuthToken}", StringComparison.Ordinal)
            || (settings.ApiKeySid is { } key && string.Equals(given, $"{key}:{settings.ApiKeySecret}", StringComparison.Ordinal));
    }
}
