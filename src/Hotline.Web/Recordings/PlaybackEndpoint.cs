using Hotline.Twilio.Rest;
using Hotline.Web.Sealing;
using Npgsql;

namespace Hotline.Web.Recordings;

/// <summary>Gives the carrier a message to play to the caller who left it: from here once it is fetched, else straight through from the carrier.</summary>
public sealed class PlaybackEndpoint(
    NpgsqlDataSource database, RecordingStore recordings, CallKeyStore keys, PlaybackTickets tickets, TwilioClient carrier, TimeProvider time)
{
    public const string Prefix = "/media/messages";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private const int Attempts = 6;

    public async Task<IResult> ServeAsync(string ticket, CancellationToken cancellation)
    {
        if (tickets.Read(ticket) is not { } recordingSid)
            return Results.NotFound();
        await using var connection = await database.OpenConnectionAsync(cancellation);
        if (await recordings.FindAsync(connection, recordingSid) is not { IsGone: false } message
            || await keys.FindAsync(connection, message.CallId) is not { } key)
        {
            return Results.NotFound();
        }

        var kept = await recordings.OpenAudioAsync(connection, message.Id, key);
        await connection.CloseAsync();
        return kept is { } audio
            ? Results.Bytes(audio.Audio, audio.ContentType)
            : await PassThroughAsync(recordingSid, cancellation);
    }

    // The caller hears this a second after speaking: the carrier may still be writing the file.
    private async Task<IResult> PassThroughAsync(string recordingSid, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            try
            {
                if (await carrier.Recordings.DownloadAsync(recordingSid, maxBytes: FetchMessageJob.LargestMessage, cancellation: cancellation) is RecordingAudio.Complete audio)
                    return Results.Bytes(audio.Bytes.ToArray(), audio.ContentType);
            }
            catch (TwilioException)
            {
                break;
            }

            await Task.Delay(Pause, time, cancellation);
        }

        return Results.NotFound();
    }
}

public static class PlaybackRoutes
{
    public static void MapPlayback(this IEndpointRouteBuilder routes) =>
        routes.MapGet(PlaybackEndpoint.Prefix + "/{ticket}", (string ticket, PlaybackEndpoint playback, HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return playback.ServeAsync(ticket, http.RequestAborted);
        }).AllowAnonymous();
}
