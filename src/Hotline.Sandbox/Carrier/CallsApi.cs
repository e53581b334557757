using Hotline.Sandbox.Network;
using Hotline.Sandbox.Network.Webhooks;
using Hotline.Twilio;
using Hotline.Twilio.Webhooks;

namespace Hotline.Sandbox.Carrier;

/// <summary><c>/Calls</c>: place, change, fetch, list.</summary>
internal static class CallsApi
{
    private const int LongestTwiml = 4000;

    public static void MapCalls(this RouteGroupBuilder account)
    {
        account.MapPost("/Calls.json", Create);
        account.MapGet("/Calls.json", List);
        account.MapGet("/Calls/{sid}.json", (string sid, TelephoneNetwork network, HttpContext context) =>
            network.FindCall(sid) is { } call ? Results.Json(Shape(call)) : CarrierError.NotFound(context.Request.Path));
        account.MapPost("/Calls/{sid}.json", Update);
    }

    private static IResult Create(CarrierRequest request, TelephoneNetwork network)
    {
        if (request["To"] is not { } to)
            return CarrierError.Missing("To");
        if (request["From"] is not { } from)
            return CarrierError.Missing("From", 21603);
        if (!IsDialable(to))
            return CarrierError.Of(400, 21211, "Invalid 'To' Phone Number");
        if (!network.MayPresent(from) && request["Byoc"] is null)
            return CarrierError.Of(400, 21210, "The source phone number provided is not yet verified for your account");
        if (request["Twiml"] is { Length: > LongestTwiml })
            return CarrierError.Of(400, 32018, "The Twiml parameter is longer than 4000 characters");
        if (request.Source() is not { } source)
            return CarrierError.Of(400, 21205, "Url is not a valid URL");
        var call = network.Begin(new(network.Phone(to), from, to, CallDirection.OutboundApi)
        {
            Start = source,
            Fallback = request.Address("FallbackUrl", "FallbackMethod"),
            Progress = request.Progress(),
            RingFor = TimeSpan.FromSeconds(request.Number("Timeout") ?? 60),
            Detection = request.Detection(),
        });
        return Results.Json(Shape(call, CallStatus.Queued), statusCode: 201);
    }

    private static IResult Update(string sid, CarrierRequest request, TelephoneNetwork network, HttpContext context)
    {
        if (network.FindCall(sid) is not { } call)
            return CarrierError.NotFound(context.Request.Path);
        if (call.IsOver)
            return CarrierError.NotInProgress();
        switch (request["Status"])
        {
            case "canceled" when call.AnsweredAt is not null: return CarrierError.NotInProgress();
            case "canceled": call.Mailbox.Post(new Signal.Ended(CallStatus.Canceled)); break;
            case "completed": call.Mailbox.Post(new Signal.Ended(call.AnsweredAt is null ? CallStatus.Canceled : CallStatus.Completed)); break;
            case not null: return CarrierError.Of(400, 21218, "Invalid 'Status'");
            case null when request["Twiml"] is { Length: > LongestTwiml }: return CarrierError.Of(400, 32018, "The Twiml parameter is longer than 4000 characters");
            case null when call.AnsweredAt is null && call.Direction is not CallDirection.Inbound: return CarrierError.NotInProgress();
            case null when request.Source() is { } source: call.Mailbox.Post(new Signal.Redirected(source)); break;
        }

        return Results.Json(Shape(call));
    }

    private static IResult List(TelephoneNetwork network, HttpContext context)
    {
        var query = context.Request.Query;
        bool Is(string name, string? value) => query[name].ToString() is { Length: 0 } or null || string.Equals(query[name], value, StringComparison.Ordinal);
        return Paging.Page(context, "calls", network.Calls.Reverse().Where(call =>
            Is("To", call.To) && Is("From", call.From) && Is("Status", Wire.Word(call.Status)) && Is("ParentCallSid", call.Parent?.Sid)
            && Dates.Within(query, "StartTime", call.StartedAt) && (call.EndedAt is not { } ended || Dates.Within(query, "EndTime", ended))), call => Shape(call));
    }

    private static Dictionary<string, object?> Shape(SimulatedCall call, CallStatus? status = null)
    {
        var uri = $"{SandboxPaths.Carrier}Accounts/{call.Network.Settings.AccountSid}/Calls/{call.Sid}";
        return new(StringComparer.Ordinal)
        {
            ["sid"] = call.Sid,
            ["account_sid"] = call.Network.Settings.AccountSid,
            ["parent_call_sid"] = call.Parent?.Sid,
            ["to"] = call.To,
            ["to_formatted"] = call.To,
            ["from"] = call.From,
            ["from_formatted"] = call.From,
            ["phone_number_sid"] = call.Direction is CallDirection.Inbound ? call.Network.FindNumber(call.To)?.Sid : null,
            ["status"] = Wire.Word(status ?? call.Status),
            ["start_time"] = call.AnsweredAt is { } answered ? CallParameters.Rfc2822(answered) : null,
            ["end_time"] = call.EndedAt is { } ended ? CallParameters.Rfc2822(ended) : null,
            ["duration"] = call.IsOver ? CallParameters.Number(call.Seconds) : null,
            ["price"] = null,
            ["price_unit"] = "USD",
            ["direction"] = Wire.Word(call.Direction),
            ["answered_by"] = call.AnsweredBy,
            ["api_version"] = "2010-04-01",
            ["forwarded_from"] = call.ForwardedFrom,
            ["caller_name"] = null,
            ["group_sid"] = null,
            ["trunk_sid"] = null,
            ["queue_time"] = "0",
            ["date_created"] = CallParameters.Rfc2822(call.StartedAt),
            ["date_updated"] = CallParameters.Rfc2822(call.EndedAt ?? call.AnsweredAt ?? call.StartedAt),
            ["uri"] = uri + ".json",
            ["subresource_uris"] = new Dictionary<string, string>(StringComparer.Ordinal) { ["recordings"] = uri + "/Recordings.json" },
        };
    }

    private static bool IsDialable(string to) =>
        to.StartsWith("client:", StringComparison.Ordinal) || to.StartsWith("sip:", StringComparison.OrdinalIgnoreCase) || to.StartsWith("sips:", StringComparison.OrdinalIgnoreCase)
        || (to is ['+', >= '1' and <= '9', ..] && to.Length is >= 8 and <= 16 && to[1..].All(char.IsAsciiDigit));
}
