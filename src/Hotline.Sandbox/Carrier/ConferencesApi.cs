using Hotline.Sandbox.Network;
using Hotline.Sandbox.Network.Rooms;
using Hotline.Sandbox.Network.Webhooks;

namespace Hotline.Sandbox.Carrier;

/// <summary><c>/Conferences</c>: fetch, list, end, announce.</summary>
internal static class ConferencesApi
{
    public static void MapConferences(this RouteGroupBuilder account)
    {
        account.MapGet("/Conferences.json", List);
        account.MapGet("/Conferences/{sid}.json", (string sid, TelephoneNetwork network, HttpContext context) =>
            network.Rooms.FindConference(sid) is { } room ? Results.Json(Shape(network, room)) : CarrierError.NotFound(context.Request.Path));
        account.MapPost("/Conferences/{sid}.json", Update);
    }

    private static IResult List(TelephoneNetwork network, HttpContext context)
    {
        var (name, status) = (context.Request.Query["FriendlyName"].ToString(), context.Request.Query["Status"].ToString());
        return Paging.Page(context, "conferences", network.Rooms.Conferences.Reverse().Where(room =>
            (name.Length is 0 || string.Equals(room.Name, name, StringComparison.Ordinal)) && (status.Length is 0 || string.Equals(Status(room), status, StringComparison.Ordinal))
            && Dates.Within(context.Request.Query, "DateCreated", room.CreatedAt)), room => Shape(network, room));
    }

    private static IResult Update(string sid, CarrierRequest request, TelephoneNetwork network, HttpContext context)
    {
        if (network.Rooms.FindConference(sid) is not { } room)
            return CarrierError.NotFound(context.Request.Path);
        if (request["Status"] is "completed")
            room.End();
        if (request.Address("AnnounceUrl", "AnnounceMethod") is { } announcement)
            Announcement.Begin(room, [.. room.Participants], announcement);
        return Results.Json(Shape(network, room));
    }

    private static Dictionary<string, object?> Shape(TelephoneNetwork network, SimulatedConference room)
    {
        var uri = $"{SandboxPaths.Carrier}Accounts/{network.Settings.AccountSid}/Conferences/{room.Sid}";
        return new(StringComparer.Ordinal)
        {
            ["sid"] = room.Sid,
            ["account_sid"] = network.Settings.AccountSid,
            ["friendly_name"] = room.Name,
            ["api_version"] = "2010-04-01",
            ["region"] = "us1",
            ["status"] = Status(room),
            ["reason_conference_ended"] = room.ReasonEnded,
            ["call_sid_ending_conference"] = room.EndedByCallSid,
            ["date_created"] = CallParameters.Rfc2822(room.CreatedAt),
            ["date_updated"] = CallParameters.Rfc2822(room.CreatedAt),
            ["uri"] = uri + ".json",
            ["subresource_uris"] = new Dictionary<string, string>(StringComparer.Ordinal) { ["participants"] = uri + "/Participants.json" },
        };
    }

    private static string Status(SimulatedConference room) => room.IsOver ? "completed" : room.HasStarted ? "in-progress" : "init";
}
