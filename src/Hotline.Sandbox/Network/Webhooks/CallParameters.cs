using System.Globalization;
using Hotline.Twilio;
using Hotline.Twilio.Webhooks;

namespace Hotline.Sandbox.Network.Webhooks;

/// <summary>The fields of every request about a call, empty places included (Twilio contract §1.1, §1.7).</summary>
internal static class CallParameters
{
    public static IReadOnlyList<(string Name, string Value)> Common(SimulatedCall call)
    {
        List<(string, string)> parameters =
        [
            ("AccountSid", call.Network.Settings.AccountSid),
            ("ApiVersion", "2010-04-01"),
            ("CallSid", call.Sid),
            ("CallStatus", Wire.Word(call.Status)),
            ("Called", call.To), ("CalledCity", ""), ("CalledCountry", Country(call.To)), ("CalledState", ""), ("CalledZip", ""),
            ("Caller", call.From), ("CallerCity", ""), ("CallerCountry", Country(call.From)), ("CallerState", ""), ("CallerZip", ""),
            ("Direction", Wire.Word(call.Direction)),
            ("From", call.From), ("FromCity", ""), ("FromCountry", Country(call.From)), ("FromState", ""), ("FromZip", ""),
            ("To", call.To), ("ToCity", ""), ("ToCountry", Country(call.To)), ("ToState", ""), ("ToZip", ""),
        ];
        if (call.Parent is { } parent)
            parameters.Add(("ParentCallSid", parent.Sid));
        if (call.ForwardedFrom is { } forwarded)
            parameters.AddRange([("ForwardedFrom", forwarded), ("CalledVia", forwarded)]);
        // An asynchronous guess is told by its own callback and by the progress, never to a document's address.
        if (call is { AnsweredBy: { } guess, Setup.Detection.Callback: null })
            parameters.Add(("AnsweredBy", guess));
        return parameters;
    }

    public static IReadOnlyList<(string Name, string Value)> Progress(SimulatedCall call, int sequence, DateTimeOffset at)
    {
        List<(string, string)> parameters =
        [
            .. Common(call),
            ("CallbackSource", "call-progress-events"),
            ("SequenceNumber", Number(sequence)),
            ("Timestamp", Rfc2822(at)),
        ];
        if (call.Status is CallStatus.Completed)
            parameters.AddRange([("CallDuration", Number(call.Seconds)), ("Duration", Number((call.Seconds + 59) / 60))]);
        if (call is { AnsweredBy: { } guess, Setup.Detection.Callback: not null })
            parameters.Add(("AnsweredBy", guess));
        if (call.Status is CallStatus.Busy)
            parameters.Add(("SipResponseCode", "486"));
        return parameters;
    }

    public static string Rfc2822(DateTimeOffset at) => at.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture);

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Country(string address) => address switch
    {
        ['+', '8', '2', ..] => "KR",
        ['+', '1', ..] => "US",
        _ => "",
    };
}
