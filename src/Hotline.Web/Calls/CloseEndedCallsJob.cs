using Hotline.Twilio.Rest;
using Hotline.Twilio.Webhooks;
using Hotline.Web.Voice;
using Npgsql;

namespace Hotline.Web.Calls;

/// <summary>A status callback can get lost for ever: calls that look open for long are closed, after the carrier was asked about each.</summary>
public sealed class CloseEndedCallsJob(NpgsqlDataSource database, CallStore calls, CallSession session, TwilioClient carrier, TimeProvider time, ILogger<CloseEndedCallsJob> log)
{
    public static readonly TimeSpan Suspicious = TimeSpan.FromMinutes(10);
    private const int AtOnce = 200;

    public async Task RunAsync(CancellationToken cancellation)
    {
        IReadOnlyList<string> open;
        await using (var connection = await database.OpenConnectionAsync(cancellation))
            open = await calls.OpenSinceAsync(connection, time.GetUtcNow() - Suspicious, AtOnce);
        foreach (var callSid in open)
        {
            try
            {
                // Null: the carrier has forgotten the call, so nobody is on the line.
                if (await carrier.Calls.FindAsync(callSid, cancellation) is not { } told || told.Status.IsFinal())
                    await session.EndAsync(callSid, cancellation);
            }
            catch (TwilioException unreachable)
            {
                log.LogWarning("Open calls could not be checked: {Reason}", unreachable.Message);
                return;
            }
        }
    }
}
