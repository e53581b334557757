using Microsoft.Net.Http.Headers;

namespace Hotline.Web.Staff;

public static class RelativeRedirects
{
    /// <summary>
    /// TLS ends before us, so an absolute address that was made from the request would lead back to http. Redirects to ourselves keep
    /// only their path.
    /// </summary>
    public static IApplicationBuilder UseRelativeRedirects(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var own = $"{context.Request.Scheme}://{context.Request.Host}";
            if (context.Response.Headers[HeaderNames.Location] is [{ } location] && location.StartsWith(own + "/", StringComparison.OrdinalIgnoreCase))
                context.Response.Headers[HeaderNames.Location] = location[own.Length..];
            return Task.CompletedTask;
        });
        return next(context);
    });
}
