using Hotline.Twilio.Rest;
using Hotline.Twilio.Webhooks;
using Hotline.Web.FollowUps;
using Hotline.Web.Postgres;
using Hotline.Web.Sealing;
using Npgsql;

namespace Hotline.Web.Recordings;

/// <summary>Fetches a message from the carrier by its SID, keeps it sealed, and asks for its transcript and for the destruction of the carrier's copy.</summary>
public sealed class FetchMessageJob(
    NpgsqlDataSource database,
    RecordingStore recordings,
    MessageSettling settling,
    FollowUpStore followUps,
    CallKeyStore keys,
    TwilioClient carrier,
    TimeProvider time)
{
    /// <summary>Ten minutes of 8 kHz sound are 9.6 MB.</summary>
    public const int LargestMessage = 16 * 1024 * 1024;

    /// <summary>The carrier finishes a recording within moments; what is not there after this never comes.</summary>
    public static readonly TimeSpan CarrierPatience = TimeSpan.FromMinutes(30);

    public async Task<FollowUpOutcome> RunAsync(string recordingSid, DateTimeOffset askedAt, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        if (await recordings.FindAsync(connection, recordingSid) is not { State: RecordingStates.Left } message
            || await keys.FindAsync(connection, message.CallId) is not { } key)
        {
            return new FollowUpOutcome.Done();
        }

        await connection.CloseAsync();
        try
        {
            return await carrier.Recordings.DownloadAsync(recordingSid, maxBytes: LargestMessage, cancellation: cancellation) switch
            {
                RecordingAudio.Complete audio => await KeepAsync(message, key, audio, cancellation),
                RecordingAudio.TooLarge => await FailAsync(message, key, "The message is larger than any message can be.", cancellation),
                _ => await WaitAsync(message, key, askedAt, cancellation),
            };
        }
        catch (TwilioException unreachable)
        {
            return new FollowUpOutcome.Again(unreachable.Message);
        }
    }

    private async Task<FollowUpOutcome> KeepAsync(Recording message, CallKey key, RecordingAudio.Complete audio, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var batch = new WriteBatch();
        if (await recordings.KeepAudioAsync(connection, transaction, message, key, audio.Bytes, audio.ContentType))
            followUps.Add(batch, message.CallId, FollowUpKind.TranscribeMessage, message.Id.ToString(), time.GetUtcNow());
        followUps.Add(batch, message.CallId, FollowUpKind.DeleteAtCarrier, message.RecordingSid, time.GetUtcNow());
        await batch.SendAsync(connection, transaction, cancellation);
        await transaction.CommitAsync(cancellation);
        return new FollowUpOutcome.Done();
    }

    private async Task<FollowUpOutcome> WaitAsync(Recording message, CallKey key, DateTimeOffset askedAt, CancellationToken cancellation)
    {
        var told = await carrier.Recordings.FindAsync(message.RecordingSid, cancellation: cancellation);
        if (told is { Status: RecordingStatus.Absent })
        {
            await settling.AbsentAsync(message, key, cancellation);
            return new FollowUpOutcome.Done();
        }

        return time.GetUtcNow() - askedAt < CarrierPatience && told is not { Status: RecordingStatus.Failed }
            ? new FollowUpOutcome.Again("The carrier has not finished the recording yet.")
            : await FailAsync(message, key, "The carrier does not have the message any more.", cancellation);
    }

    /// <summary>The request keeps standing, and says that a message was left which nobody can hear.</summary>
    private async Task<FollowUpOutcome> FailAsync(Recording message, CallKey key, string why, CancellationToken cancellation)
    {
        await settling.SettleAsync(message, key, MessageSettling.Failed, cancellation);
        return new FollowUpOutcome.GiveUp(why);
    }
}
