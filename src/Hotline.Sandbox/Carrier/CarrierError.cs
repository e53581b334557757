using System.Globalization;

namespace Hotline.Sandbox.Carrier;

/// <summary>An error in the carrier's shape (Twilio contract §5).</summary>
internal static class CarrierError
{
    public static IResult Of(int status, int code, string message) => Results.Json(
        new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["code"] = code,
            ["message"] = message,
            ["more_info"] = "https://www.twilio.com/docs/errors/" + code.ToString(CultureInfo.InvariantCulture),
            ["status"] = status,
        }, statusCode: status);

    public static IResult NotFound(string path) => Of(404, 20404, $"The requested resource {path} was not found");

    public static IResult NotInProgress() => Of(400, 21220, "Call is not in-progress. Cannot redirect.");

    public static IResult Missing(string field, int code = 21201) => Of(400, code, $"No '{field}' is specified");
}
