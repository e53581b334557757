using Hotline.Sandbox.Network;
using Hotline.Sandbox.Network.Webhooks;

namespace Hotline.Sandbox.Carrier;

/// <summary><c>/Messages</c>: a text message; its phone keeps it.</summary>
internal static class MessagesApi
{
    private const int LongestBody = 1600;

    public static void MapMessages(this RouteGroupBuilder account) => account.MapPost("/Messages.json", Create);

    private static IResult Create(CarrierRequest request, TelephoneNetwork network)
    {
        if (request["To"] is not { } to)
            return CarrierError.Missing("To", 21604);
        if (request["From"] is not { } from)
            return CarrierError.Missing("From", 21603);
        if (request["Body"] is not { Length: <= LongestBody } body)
            return CarrierError.Of(400, request["Body"] is null ? 21602 : 21617, "Message body is required, and has at most 1600 characters");
        // Korean numbers other than 01x are not mobiles.
        if (to.StartsWith("+82", StringComparison.Ordinal) && !to.StartsWith("+821", StringComparison.Ordinal))
            return CarrierError.Of(400, 21614, "'To' number is not a valid mobile number");
        var sid = network.Sids.Next("SM");
        network.Deliver(sid, to, from, body, request.Address("StatusCallback", "StatusCallbackMethod"));
        var now = CallParameters.Rfc2822(network.Time.GetUtcNow());
        var uri = $"{SandboxPaths.Carrier}Accounts/{network.Settings.AccountSid}/Messages/{sid}";
        return Results.Json(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["sid"] = sid,
            ["account_sid"] = network.Settings.AccountSid,
            ["messaging_service_sid"] = null,
            ["to"] = to,
            ["from"] = from,
            ["body"] = body,
            ["status"] = "queued",
            ["direction"] = "outbound-api",
            ["num_segments"] = CallParameters.Number((body.Length + 69) / 70),
            ["num_media"] = "0",
            ["error_code"] = null,
            ["error_message"] = null,
            ["price"] = null,
            ["price_unit"] = "USD",
            ["api_version"] = "2010-04-01",
            ["date_created"] = now,
            ["date_updated"] = now,
            ["date_sent"] = null,
            ["uri"] = uri + ".json",
            ["subresource_uris"] = new Dictionary<string, string>(StringComparer.Ordinal) { ["media"] = uri + "/Media.json" },
        }, statusCode: 201);
    }
}
