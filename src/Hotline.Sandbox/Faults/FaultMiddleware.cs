using System.Globalization;

namespace Hotline.Sandbox.Faults;

/// <summary>Makes a simulated server fail as the plan says, in the shape in which that server fails.</summary>
internal sealed class FaultMiddleware(RequestDelegate next, FaultPlan plan, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (PointOf(context.Request.Path) is not { } point || Take(point, context.Request) is not { } fault)
        {
            await next(context);
            return;
        }

        switch (fault)
        {
            case Fault.Answer answer: await AnswerAsync(context, point, answer); break;
            case Fault.Drop: context.Abort(); break;
            case Fault.LoseAnswer: await SwallowAsync(context); context.Abort(); break;
            case Fault.Truncate: await TruncateAsync(context); break;
            case Fault.Delay delay: await Task.Delay(delay.By, time, context.RequestAborted); await next(context); break;
            default: await next(context); break;
        }
    }

    private static FaultPoint? PointOf(PathString path) => path.Value switch
    {
        { } carrier when carrier.StartsWith(SandboxPaths.Carrier, StringComparison.Ordinal) => FaultPoint.Carrier,
        { } cases when cases.StartsWith(SandboxPaths.Cases, StringComparison.Ordinal) => FaultPoint.Cases,
        { } speech when speech.StartsWith(SandboxPaths.Speech, StringComparison.Ordinal) => FaultPoint.Speech,
        _ => null,
    };

    private Fault? Take(FaultPoint point, HttpRequest request)
    {
        var what = $"{request.Method} {request.Path}";
        var isMedia = point is FaultPoint.Carrier && request.Path.Value!.Contains("/Recordings/RE", StringComparison.Ordinal)
            && !request.Path.Value.EndsWith(".json", StringComparison.Ordinal);
        return (isMedia ? plan.Take(FaultPoint.RecordingMedia, what) : null) ?? plan.Take(point, what);
    }

    private static Task AnswerAsync(HttpContext context, FaultPoint point, Fault.Answer answer)
    {
        context.Response.StatusCode = answer.Status;
        if (answer.RetryAfter is { } wait)
            context.Response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return point switch
        {
            FaultPoint.Cases => context.Response.WriteAsJsonAsync(new { type = "about:blank", title = "Planned fault.", status = answer.Status }, options: null, contentType: "application/problem+json"),
            FaultPoint.Speech => context.Response.WriteAsJsonAsync(new { code = answer.Status is 429 ? "TooManyRequests" : "ServiceUnavailable", message = "Planned fault." }),
            _ => context.Response.WriteAsJsonAsync(new { code = 20000 + answer.Status, message = "Planned fault.", more_info = "", status = answer.Status }),
        };
    }

    private async Task<byte[]> SwallowAsync(HttpContext context)
    {
        var real = context.Response.Body;
        using var held = new MemoryStream();
        context.Response.Body = held;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = real;
        }

        return held.ToArray();
    }

    /// <summary>The length that was announced never arrives.</summary>
    private async Task TruncateAsync(HttpContext context)
    {
        var whole = await SwallowAsync(context);
        context.Response.ContentLength = whole.Length;
        await context.Response.Body.WriteAsync(whole.AsMemory(0, whole.Length / 2), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    }
}
