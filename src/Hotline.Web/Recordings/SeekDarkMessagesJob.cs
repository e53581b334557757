using Hotline.Twilio.Rest;
using Hotline.Twilio.Webhooks;

namespace Hotline.Web.Recordings;

/// <summary>Asks the carrier for messages that we were never told of, because nobody could take the word while our database was gone.</summary>
public sealed class SeekDarkMessagesJob(MessageArrivals arrivals, TwilioClient carrier, TimeProvider time, ILogger<SeekDarkMessagesJob> log)
{
    private static readonly TimeSpan Past = TimeSpan.FromHours(24);

    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            await foreach (var recording in carrier.Recordings.ListAsync(new RecordingFilter { CreatedAfter = time.GetUtcNow() - Past }, cancellation))
            {
                if (recording is { Status: RecordingStatus.Completed, Source: RecordingSource.RecordVerb, CallSid: { } callSid })
                    await arrivals.ArriveAsync(callSid, recording.Sid, recording.Duration ?? TimeSpan.Zero, cancellation);
            }
        }
        catch (TwilioException unreachable)
        {
            log.LogWarning("Messages left during an outage could not be looked for: {Reason}", unreachable.Message);
        }
    }
}
