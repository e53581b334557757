using Hangfire;
using Hotline.Twilio.Rest;
using Hotline.Twilio.Webhooks;
using Npgsql;

namespace Hotline.Web.Recordings;

/// <summary>Asks the carrier for messages that we were never told of, because nobody could take the word while our database was gone.</summary>
public sealed class SeekDarkMessagesJob(MessageArrivals arrivals, TwilioClient carrier, TimeProvider time, ILogger<SeekDarkMessagesJob> log)
{
    private static readonly TimeSpan Past = TimeSpan.FromHours(24);

    [DisableConcurrentExecution(timeoutInSeconds: 1)]
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            await foreach (var recording in carrier.Recordings.ListAsync(new RecordingFilter { CreatedAfter = time.GetUtcNow() - Past }, cancellation))
            {
                if (recording is { Status: RecordingStatus.Completed, Source: RecordingSource.RecordVerb, CallSid: { } callSid })
                    await ArriveAsync(callSid, recording, cancellation);
            }
        }
        catch (TwilioException unreachable)
        {
            log.LogWarning("Messages left during an outage could not be looked for: {Reason}", unreachable.Message);
        }
    }

    // One that cannot be taken up must not keep the others waiting.
    private async Task ArriveAsync(string callSid, TwilioRecording recording, CancellationToken cancellation)
    {
        try
        {
            await arrivals.ArriveAsync(callSid, recording.Sid, recording.Duration ?? TimeSpan.Zero, cancellation);
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
        {
            log.LogError("The message {RecordingSid} of call {CallSid} could not be taken up: {Exception}", recording.Sid, callSid, exception.GetType().Name);
        }
    }
}
