using Hotline.Sandbox.Network;
using Hotline.Twilio;
using Hotline.Twilio.Twiml;

namespace Hotline.Sandbox.Carrier;

/// <summary><c>/IncomingPhoneNumbers</c>: which addresses a call to a number asks.</summary>
internal static class NumbersApi
{
    public static void MapNumbers(this RouteGroupBuilder account)
    {
        account.MapGet("/IncomingPhoneNumbers.json", (TelephoneNetwork network, HttpContext context) =>
        {
            var wanted = context.Request.Query["PhoneNumber"].ToString();
            return Paging.Page(context, "incoming_phone_numbers", network.Numbers.Where(number => number.PhoneNumber.Contains(wanted, StringComparison.Ordinal)), number => Shape(network, number));
        });
        account.MapGet("/IncomingPhoneNumbers/{sid}.json", (string sid, TelephoneNetwork network, HttpContext context) =>
            Find(network, sid) is { } number ? Results.Json(Shape(network, number)) : CarrierError.NotFound(context.Request.Path));
        account.MapPost("/IncomingPhoneNumbers/{sid}.json", Update);
    }

    private static IResult Update(string sid, CarrierRequest request, TelephoneNetwork network, HttpContext context)
    {
        if (Find(network, sid) is not { } number)
            return CarrierError.NotFound(context.Request.Path);
        if (request["VoiceFallbackUrl"] is not null && (request["VoiceUrl"] ?? number.VoiceUrl) is null)
            return CarrierError.Of(400, 21405, "A fallback URL needs a voice URL");
        number.FriendlyName = request["FriendlyName"] ?? number.FriendlyName;
        number.VoiceUrl = request["VoiceUrl"] ?? number.VoiceUrl;
        number.VoiceFallbackUrl = request["VoiceFallbackUrl"] ?? number.VoiceFallbackUrl;
        number.StatusCallback = request["StatusCallback"] ?? number.StatusCallback;
        number.VoiceMethod = request["VoiceMethod"] is null ? number.VoiceMethod : request.Method("VoiceMethod");
        number.VoiceFallbackMethod = request["VoiceFallbackMethod"] is null ? number.VoiceFallbackMethod : request.Method("VoiceFallbackMethod");
        number.StatusCallbackMethod = request["StatusCallbackMethod"] is null ? number.StatusCallbackMethod : request.Method("StatusCallbackMethod");
        return Results.Json(Shape(network, number));
    }

    private static IncomingNumber? Find(TelephoneNetwork network, string sid) => network.Numbers.FirstOrDefault(number => string.Equals(number.Sid, sid, StringComparison.Ordinal));

    private static Dictionary<string, object?> Shape(TelephoneNetwork network, IncomingNumber number) => new(StringComparer.Ordinal)
    {
        ["sid"] = number.Sid,
        ["account_sid"] = network.Settings.AccountSid,
        ["phone_number"] = number.PhoneNumber,
        ["friendly_name"] = number.FriendlyName,
        ["api_version"] = "2010-04-01",
        ["voice_url"] = number.VoiceUrl,
        ["voice_method"] = Wire.Word<CallbackMethod>(number.VoiceMethod),
        ["voice_fallback_url"] = number.VoiceFallbackUrl,
        ["voice_fallback_method"] = Wire.Word<CallbackMethod>(number.VoiceFallbackMethod),
        ["status_callback"] = number.StatusCallback,
        ["status_callback_method"] = Wire.Word<CallbackMethod>(number.StatusCallbackMethod),
        ["voice_application_sid"] = null,
        ["trunk_sid"] = null,
        ["voice_caller_id_lookup"] = false,
        ["capabilities"] = new Dictionary<string, bool>(StringComparer.Ordinal) { ["voice"] = true, ["sms"] = false, ["mms"] = false, ["fax"] = false },
        ["status"] = "in-use",
        ["uri"] = $"{SandboxPaths.Carrier}Accounts/{network.Settings.AccountSid}/IncomingPhoneNumbers/{number.Sid}.json",
    };
}
