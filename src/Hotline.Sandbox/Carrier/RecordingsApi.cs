using Hotline.Sandbox.Network;
using Hotline.Sandbox.Network.Webhooks;
using Hotline.Twilio;
using Hotline.Twilio.Webhooks;

namespace Hotline.Sandbox.Carrier;

/// <summary><c>/Recordings</c>: fetch, list, sound, delete. The simulator holds WAV files and makes no MP3 out of them.</summary>
internal static class RecordingsApi
{
    public static void MapRecordings(this RouteGroupBuilder account)
    {
        account.MapGet("/Recordings.json", List);
        account.MapGet("/Calls/{callSid}/Recordings.json", (string callSid, TelephoneNetwork network, HttpContext context) =>
            Paging.Page(context, "recordings", Shown(network, context).Where(recording => string.Equals(recording.CallSid, callSid, StringComparison.Ordinal)), recording => Shape(network, recording)));
        account.MapGet("/Recordings/{file}", Get);
        account.MapDelete("/Recordings/{file}", Delete);
    }

    private static IResult List(TelephoneNetwork network, HttpContext context)
    {
        var call = context.Request.Query["CallSid"].ToString();
        return Paging.Page(context, "recordings", Shown(network, context).Where(recording =>
            (call.Length is 0 || string.Equals(recording.CallSid, call, StringComparison.Ordinal)) && Dates.Within(context.Request.Query, "DateCreated", recording.StartedAt)),
            recording => Shape(network, recording));
    }

    private static IResult Get(string file, TelephoneNetwork network, HttpContext context)
    {
        var (sid, kind) = (Path.GetFileNameWithoutExtension(file), Path.GetExtension(file));
        if (!network.Recordings.TryGetValue(sid, out var recording) || (recording.Status is RecordingStatus.Deleted && !IncludesDeleted(context)))
            return CarrierError.NotFound(context.Request.Path);
        return kind switch
        {
            ".json" => Results.Json(Shape(network, recording)),
            ".wav" or "" when recording.Status is not RecordingStatus.Completed => CarrierError.NotFound(context.Request.Path),
            ".wav" or "" when context.Request.Query["RequestedChannels"] == "2" => CarrierError.Of(400, 21601, "The recording has one channel"),
            ".wav" or "" => Results.Bytes(recording.Media, "audio/x-wav"),
            _ => CarrierError.Of(404, 20404, "The simulated carrier holds WAV files only"),
        };
    }

    private static IResult Delete(string file, TelephoneNetwork network, HttpContext context)
    {
        if (!file.EndsWith(".json", StringComparison.Ordinal) || !network.Recordings.TryGetValue(file[..^5], out var recording) || recording.Status is RecordingStatus.Deleted)
            return CarrierError.NotFound(context.Request.Path);
        (recording.Status, recording.Media) = (RecordingStatus.Deleted, []);
        return Results.NoContent();
    }

    private static IEnumerable<SimulatedRecording> Shown(TelephoneNetwork network, HttpContext context) => network.Recordings.Values
        .Where(recording => recording.Status is not RecordingStatus.Deleted || IncludesDeleted(context))
        .OrderByDescending(recording => recording.StartedAt);

    private static bool IncludesDeleted(HttpContext context) => context.Request.Query["IncludeSoftDeleted"] == "true";

    private static Dictionary<string, object?> Shape(TelephoneNetwork network, SimulatedRecording recording)
    {
        var uri = $"{SandboxPaths.Carrier}Accounts/{network.Settings.AccountSid}/Recordings/{recording.Sid}";
        return new(StringComparer.Ordinal)
        {
            ["sid"] = recording.Sid,
            ["account_sid"] = network.Settings.AccountSid,
            ["call_sid"] = recording.CallSid,
            ["conference_sid"] = null,
            ["api_version"] = "2010-04-01",
            ["status"] = Wire.Word(recording.Status),
            ["duration"] = recording.Status is RecordingStatus.Completed ? CallParameters.Number(recording.Seconds) : null,
            ["channels"] = 1,
            ["source"] = recording.Source,
            ["error_code"] = null,
            ["price"] = null,
            ["price_unit"] = "USD",
            ["encryption_details"] = null,
            ["start_time"] = CallParameters.Rfc2822(recording.StartedAt),
            ["date_created"] = CallParameters.Rfc2822(recording.StartedAt),
            ["date_updated"] = CallParameters.Rfc2822(recording.StartedAt),
            ["media_url"] = "https://api.twilio.com" + uri,
            ["uri"] = uri + ".json",
            ["subresource_uris"] = new Dictionary<string, string>(StringComparer.Ordinal),
        };
    }
}
