using System.Text;
using Microsoft.AspNetCore.Http;

namespace Hotline.Speech.Tests;

/// <summary>One scripted answer.</summary>
internal sealed record Reply(int Status, string ContentType, string Body)
{
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    private bool NeverAnswers { get; init; }

    private bool CutShort { get; init; }

    public static Reply Json(int status, string body, params (string Name, string Value)[] headers) => new(status, "application/json", body) { Headers = headers };

    public static Reply Text(int status, string body) => new(status, "text/plain", body);

    /// <summary>The connection stays open and nothing comes, until the client gives up.</summary>
    public static Reply Hang() => new(200, "", "") { NeverAnswers = true };

    /// <summary>Headers promise more than is sent before the connection breaks.</summary>
    public static Reply Broken(string beginning) => new(200, "application/json", beginning) { CutShort = true };

    public async Task WriteAsync(HttpContext context)
    {
        if (NeverAnswers)
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        var body = Encoding.UTF8.GetBytes(Body);
        context.Response.StatusCode = Status;
        context.Response.ContentType = ContentType;
        context.Response.ContentLength = CutShort ? body.Length + 1000 : body.Length;

        foreach (var (name, value) in Headers)
        {
            context.Response.Headers.Append(name, value);
        }

        await context.Response.Body.WriteAsync(body);
        await context.Response.Body.FlushAsync();

        if (CutShort)
        {
            context.Abort();
        }
    }
}
