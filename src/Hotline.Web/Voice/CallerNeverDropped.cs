using System.Net.Sockets;
using Hotline.Web.Postgres;
using Hotline.Web.Queue;
using Npgsql;

namespace Hotline.Web.Voice;

/// <summary>
/// Whatever breaks while a webhook is answered, the caller hears an apology and a way to 1366, and we get an error with the call's SID.
/// With the database gone that is the static flow, at once.
/// </summary>
public sealed class CallerNeverDropped(Trouble trouble, DarkMode dark, DatabaseWatch database, ILogger<CallerNeverDropped> log) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var path = context.HttpContext.Request.Path.Value ?? "";
        if (database.IsDown && NeedsDatabase(path))
            return WithoutDatabase(path);
        try
        {
            return await next(context);
        }
        catch (Exception exception) when (IsDatabaseGone(exception))
        {
            database.ReportFailure();
            return WithoutDatabase(path);
        }
        catch (Exception exception)
        {
            var callSid = SignedByCarrier.FormOf(context.HttpContext).CallSid;
            log.LogError(
                "Answering {Path} of call {CallSid} failed: {Exception} {Stack}",
                path,
                CarrierSids.IsCall(callSid) ? callSid : "(unreadable)",
                exception.GetType().FullName,
                exception.StackTrace);
            return IsCallback(path) ? Results.StatusCode(StatusCodes.Status500InternalServerError)
                : path is SignedByCarrier.Prefix + "/waiting" ? Twiml(trouble.KeepWaiting)
                : Twiml(trouble.Apology(path));
        }
    }

    // At the beginning a message can be left; in the middle of a call another try may find it working again.
    private IResult WithoutDatabase(string path) => path switch
    {
        _ when IsCallback(path) => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
        SignedByCarrier.Prefix + "/incoming" => Twiml(dark.Opening),
        SignedByCarrier.Prefix + "/waiting" => Twiml(trouble.KeepWaiting),
        _ => Twiml(trouble.Apology(path)),
    };

    // Nobody hears the answer to a callback, and a counselor is no caller: an error makes the carrier try again.
    private static bool IsCallback(string path) =>
        path is SignedByCarrier.Prefix + "/status" or SignedByCarrier.Prefix + "/recordings"
        || path.StartsWith(QueueEndpoints.Offers + "/", StringComparison.Ordinal)
        || (path.StartsWith(QueueEndpoints.Talks + "/", StringComparison.Ordinal) && path.EndsWith("/conference", StringComparison.Ordinal));

    private static bool NeedsDatabase(string path) =>
        !path.StartsWith(SignedByCarrier.Prefix + "/dark", StringComparison.Ordinal)
        && !path.StartsWith(SignedByCarrier.Prefix + "/trouble", StringComparison.Ordinal) && path is not SignedByCarrier.Prefix + "/fallback";

    private static bool IsDatabaseGone(Exception exception) => exception switch
    {
        PostgresException refused => refused.SqlState.StartsWith("08", StringComparison.Ordinal) || refused.SqlState.StartsWith("57P", StringComparison.Ordinal)
            || refused.SqlState is PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.UndefinedTable,
        NpgsqlException or SocketException or DatabaseTooSlowException => true,
        _ => false,
    };

    private static IResult Twiml(string document) => Results.Text(document, "text/xml; charset=utf-8");
}
