using Hotline.Sandbox.Faults;
using Hotline.Sandbox.Network.Webhooks;
using Hotline.Twilio.Twiml;

namespace Hotline.Sandbox.Network;

/// <summary>Gets a document for a call, and the fallback's when the first cannot be had (Twilio contract §1.10, §3).</summary>
internal static class DocumentFetch
{
    private const string Apology = "An application error has occurred. Goodbye.";

    /// <summary>Null when there is nothing that can be run; the problem is noted, and in the call itself the caller was told.</summary>
    public static async Task<RunningDocument?> FetchAsync(CallRun run, TwimlSource source, DocumentContext context, IReadOnlyList<(string Name, string Value)> extra)
    {
        var (document, errorCode) = await AskAsync(run, source, context, extra);
        if (document is not null || context is not DocumentContext.Voice)
            return document;
        if (run.Call.Setup.Fallback is { } fallback)
        {
            var failed = source is TwimlSource.Address address ? address.Url : "";
            (document, _) = await AskAsync(run, fallback, context, [("ErrorCode", CallParameters.Number(errorCode)), ("ErrorUrl", DeliveryPolicy.Parse(failed).Url)]);
        }

        if (document is null)
            run.Call.Hear(HeardKind.Said, Apology);
        return document;
    }

    public static async Task<(RunningDocument? Document, int ErrorCode)> AskAsync(
        CallRun run, TwimlSource source, DocumentContext context, IReadOnlyList<(string Name, string Value)> extra)
    {
        if (source is TwimlSource.Inline inline)
            return Read(run, new(context, "", inline.Twiml, run.Call.Sid), null, CallbackMethod.Post);
        var address = (TwimlSource.Address)source;
        var answer = await run.Network.Webhooks.SendAsync(FaultPoint.Webhook, address.Url, address.Method, [.. CallParameters.Common(run.Call), .. address.Extra, .. extra]);
        return answer switch
        {
            WebhookAnswer.Answered { ContentType: "text/xml" or "application/xml" or "text/html" } found =>
                Read(run, new(context, found.Url, found.Body, run.Call.Sid), found.Url, address.Method),
            WebhookAnswer.Answered found => Problem(run, 12300, found.Url, $"The content type {found.ContentType ?? "(none)"} is not a document's."),
            WebhookAnswer.Failed failed => Problem(run, failed.ErrorCode, failed.Url, "The address could not be asked, or answered with an error."),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static (RunningDocument? Document, int ErrorCode) Read(CallRun run, ReceivedDocument received, string? url, CallbackMethod method)
    {
        run.Network.Documents.Keep(received);
        try
        {
            return (new(received.Context, url, method, TwimlReader.Read(received.Twiml)), 0);
        }
        catch (TwimlException fault)
        {
            return Problem(run, 12100, received.Url, fault.Message);
        }
    }

    private static (RunningDocument? Document, int ErrorCode) Problem(CallRun run, int errorCode, string url, string reason)
    {
        run.Fail(errorCode, url, reason);
        return (null, errorCode);
    }
}
