using Hotline.Twilio.Rest;
using Hotline.Twilio.Webhooks;
using Hotline.Web.Calls;
using Hotline.Web.FollowUps;
using Npgsql;

namespace Hotline.Web.Recordings;

/// <summary>
/// Asks the carrier which messages a call left. A caller who hung up while speaking, a lost webhook and a lost callback all end
/// here: the message is found by the call, and still reaches its case.
/// </summary>
public sealed class SeekMessageJob(NpgsqlDataSource database, CallStore calls, MessageArrivals arrivals, TwilioClient carrier)
{
    public async Task<FollowUpOutcome> RunAsync(Guid callId, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var (callSid, _) = await calls.SidOfAsync(connection, callId);
        await connection.CloseAsync();
        var unfinished = false;
        try
        {
            await foreach (var recording in carrier.Recordings.ListByCallAsync(callSid, cancellation))
            {
                if (recording.Status is RecordingStatus.Completed)
                    await arrivals.ArriveAsync(callSid, recording.Sid, recording.Duration ?? TimeSpan.Zero, cancellation);
                unfinished |= recording.Status is RecordingStatus.InProgress or RecordingStatus.Paused or RecordingStatus.Processing or RecordingStatus.Stopped;
            }
        }
        catch (TwilioException unreachable)
        {
            return new FollowUpOutcome.Again(unreachable.Message);
        }

        return unfinished ? new FollowUpOutcome.Again("The carrier has not finished a recording of this call yet.") : new FollowUpOutcome.Done();
    }
}
