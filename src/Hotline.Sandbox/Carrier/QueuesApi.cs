using Hotline.Sandbox.Network;
using Hotline.Sandbox.Network.Rooms;
using Hotline.Sandbox.Network.Webhooks;

namespace Hotline.Sandbox.Carrier;

/// <summary><c>/Queues</c> and their members.</summary>
internal static class QueuesApi
{
    public static void MapQueues(this RouteGroupBuilder account)
    {
        account.MapGet("/Queues.json", (TelephoneNetwork network, HttpContext context) => Paging.Page(context, "queues", network.Rooms.Queues, line => Shape(network, line)));
        account.MapPost("/Queues.json", Create);
        account.MapGet("/Queues/{sid}.json", (string sid, TelephoneNetwork network, HttpContext context) =>
            network.Rooms.FindQueue(sid) is { } line ? Results.Json(Shape(network, line)) : CarrierError.NotFound(context.Request.Path));
        account.MapPost("/Queues/{sid}.json", Update);
        account.MapDelete("/Queues/{sid}.json", Delete);
        account.MapGet("/Queues/{sid}/Members.json", (string sid, TelephoneNetwork network, HttpContext context) =>
            network.Rooms.FindQueue(sid) is { } line ? Paging.Page(context, "queue_members", line.Members, member => Shape(network, line, member)) : CarrierError.NotFound(context.Request.Path));
        account.MapGet("/Queues/{sid}/Members/{member}.json", (string sid, string member, TelephoneNetwork network, HttpContext context) =>
            network.Rooms.FindQueue(sid) is { } line && Find(line, member) is { } found ? Results.Json(Shape(network, line, found)) : CarrierError.NotFound(context.Request.Path));
        account.MapPost("/Queues/{sid}/Members/{member}.json", Dequeue);
    }

    private static IResult Create(CarrierRequest request, TelephoneNetwork network)
    {
        if (request["FriendlyName"] is not { Length: <= 64 } name)
            return CarrierError.Missing("FriendlyName", 22001);
        if (network.Rooms.Queues.Any(line => string.Equals(line.Name, name, StringComparison.Ordinal)))
            return CarrierError.Of(400, 22003, "A queue of that name exists already");
        var made = network.Rooms.QueueNamed(name);
        made.MaxSize = Math.Min(request.Number("MaxSize") ?? made.MaxSize, 5000);
        return Results.Json(Shape(network, made), statusCode: 201);
    }

    private static IResult Update(string sid, CarrierRequest request, TelephoneNetwork network, HttpContext context)
    {
        if (network.Rooms.FindQueue(sid) is not { } line)
            return CarrierError.NotFound(context.Request.Path);
        line.MaxSize = Math.Min(request.Number("MaxSize") ?? line.MaxSize, 5000);
        return Results.Json(Shape(network, line));
    }

    private static IResult Delete(string sid, TelephoneNetwork network, HttpContext context)
    {
        if (network.Rooms.FindQueue(sid) is not { } line)
            return CarrierError.NotFound(context.Request.Path);
        if (line.Members.Count > 0)
            return CarrierError.Of(400, 22002, "The queue is not empty");
        network.Rooms.RemoveQueue(sid);
        return Results.NoContent();
    }

    private static IResult Dequeue(string sid, string member, CarrierRequest request, TelephoneNetwork network, HttpContext context)
    {
        if (request.Address("Url", "Method") is not { } address)
            return CarrierError.Missing("Url", 21205);
        if (network.Rooms.FindQueue(sid) is not { } line || Find(line, member) is not { } found || !line.TryRemove(found.Call, network.Time.GetUtcNow()))
            return CarrierError.NotFound(context.Request.Path);
        found.Call.Mailbox.Post(new Signal.Redirected(address, ByQueueMember: true));
        return Results.Json(Shape(network, line, found));
    }

    private static QueueMember? Find(WaitingLine line, string member) => member is "Front"
        ? line.Members.Count > 0 ? line.Members[0] : null
        : line.Members.FirstOrDefault(found => string.Equals(found.Call.Sid, member, StringComparison.Ordinal));

    private static Dictionary<string, object?> Shape(TelephoneNetwork network, WaitingLine line) => new(StringComparer.Ordinal)
    {
        ["sid"] = line.Sid,
        ["account_sid"] = network.Settings.AccountSid,
        ["friendly_name"] = line.Name,
        ["current_size"] = line.Members.Count,
        ["max_size"] = line.MaxSize,
        ["average_wait_time"] = line.AverageWaitSeconds,
        ["date_created"] = CallParameters.Rfc2822(line.CreatedAt),
        ["date_updated"] = CallParameters.Rfc2822(line.CreatedAt),
        ["uri"] = $"{SandboxPaths.Carrier}Accounts/{network.Settings.AccountSid}/Queues/{line.Sid}.json",
    };

    private static Dictionary<string, object?> Shape(TelephoneNetwork network, WaitingLine line, QueueMember member) => new(StringComparer.Ordinal)
    {
        ["call_sid"] = member.Call.Sid,
        ["queue_sid"] = line.Sid,
        ["position"] = line.PositionOf(member.Call),
        ["wait_time"] = (int)(network.Time.GetUtcNow() - member.EnqueuedAt).TotalSeconds,
        ["date_enqueued"] = CallParameters.Rfc2822(member.EnqueuedAt),
        ["uri"] = $"{SandboxPaths.Carrier}Accounts/{network.Settings.AccountSid}/Queues/{line.Sid}/Members/{member.Call.Sid}.json",
    };
}
