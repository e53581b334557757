using Hotline.Twilio.Rest;
using Hotline.Web.FollowUps;
using Npgsql;

namespace Hotline.Web.Recordings;

/// <summary>Destroys the carrier's copy of a message. One that is gone already is destroyed.</summary>
public sealed class DeleteAtCarrierJob(NpgsqlDataSource database, RecordingStore recordings, TwilioClient carrier)
{
    public async Task<FollowUpOutcome> RunAsync(string recordingSid, CancellationToken cancellation)
    {
        try
        {
            await carrier.Recordings.DeleteAsync(recordingSid, cancellation);
        }
        catch (TwilioException unreachable)
        {
            return new FollowUpOutcome.Again(unreachable.Message);
        }

        await using var connection = await database.OpenConnectionAsync(cancellation);
        await recordings.MarkDeletedAtCarrierAsync(connection, recordingSid);
        return new FollowUpOutcome.Done();
    }
}
