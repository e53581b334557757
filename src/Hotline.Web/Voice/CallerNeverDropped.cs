using Hotline.Twilio.Webhooks;

namespace Hotline.Web.Voice;

/// <summary>Whatever breaks while a webhook is answered, the caller hears an apology and a way to 1366, and we get an error with the call's SID.</summary>
public sealed class CallerNeverDropped(Trouble trouble, ILogger<CallerNeverDropped> log) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception exception)
        {
            var http = context.HttpContext;
            var form = SignedByCarrier.FormOf(http);
            log.LogError(
                "Answering {Path} of call {CallSid} failed: {Exception} {Stack}",
                http.Request.Path.Value,
                CarrierSids.IsCall(form.CallSid) ? form.CallSid : "(unreadable)",
                exception.GetType().FullName,
                exception.StackTrace);
            return IsCallback(http, form)
                ? Results.StatusCode(StatusCodes.Status500InternalServerError)
                : Results.Text(trouble.Apology(http.Request.Path.Value), "text/xml; charset=utf-8");
        }
    }

    // Nobody hears the answer to a callback; an error makes the carrier try again.
    private static bool IsCallback(HttpContext http, WebhookForm form) =>
        http.Request.Path.Value is SignedByCarrier.Prefix + "/status" or SignedByCarrier.Prefix + "/recordings" || form.EventKey is not null;
}
