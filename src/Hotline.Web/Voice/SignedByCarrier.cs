using Hotline.Twilio.Rest;
using Hotline.Twilio.Webhooks;
using Hotline.Web.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Hotline.Web.Voice;

/// <summary>
/// Lets only requests through that the carrier signed: over the public address and the raw body, before anything is bound. It stands before
/// every voice route, so that a route added later is covered. Anything else gets 403 and leaves nothing behind but a line in the log.
/// </summary>
public sealed class SignedByCarrier(RequestDelegate next, IOptions<HotlineOptions> hotline, IOptions<TwilioOptions> twilio, ILogger<SignedByCarrier> log)
{
    public const string Prefix = "/voice";

    /// <summary>Far above any webhook: recordings never come this way.</summary>
    public const int LargestBody = 64 * 1024;

    private readonly PublicAddress address = PublicAddress.Parse(hotline.Value.PublicBaseUrl!.AbsoluteUri);

    public async Task InvokeAsync(HttpContext context)
    {
        // As routing compares: a path that reaches a voice route must not pass by here for its letters.
        if (!context.Request.Path.StartsWithSegments(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        byte[]? body;
        try
        {
            body = await ReadBodyAsync(context);
        }
        catch (IOException)
        {
            // The carrier hung up in the middle of its own request: nobody hears an answer.
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (body is null)
        {
            await RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, $"A webhook has at most {LargestBody} bytes.");
            return;
        }

        var request = new SignedRequest(context.Request.Method, address.UrlOf(RawTarget(context)), context.Request.ContentType, body);
        if (!RequestSignature.IsValid(request, context.Request.Headers[RequestSignature.HeaderName], twilio.Value.AuthTokens))
        {
            log.LogWarning("A request to a voice address was not signed by the carrier and was refused.");
            await RefuseAsync(context, StatusCodes.Status403Forbidden, "The signature is missing or wrong.");
            return;
        }

        context.Features.Set(WebhookForm.Parse(body));
        await next(context);
    }

    /// <summary>The form of the signed webhook that is being answered.</summary>
    public static WebhookForm FormOf(HttpContext context) =>
        context.Features.Get<WebhookForm>() ?? throw new InvalidOperationException("A voice route was reached without its signature being checked.");

    private static async Task<byte[]?> ReadBodyAsync(HttpContext context)
    {
        if (context.Request.ContentLength > LargestBody)
            return null;
        using var body = new MemoryStream();
        var buffer = new byte[4096];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            if (body.Length + read > LargestBody)
                return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private static string RawTarget(HttpContext context) =>
        context.Features.Get<IHttpRequestFeature>() is { RawTarget.Length: > 0 } request
            ? request.RawTarget
            : context.Request.PathBase + context.Request.Path + context.Request.QueryString;

    private static Task RefuseAsync(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(sentence, context.RequestAborted);
    }
}
