using Hotline.Twilio.Twiml;

namespace Hotline.Twilio.Rest;

/// <summary>
/// Whom to call and what then: one of <see cref="Url"/>, <see cref="Twiml"/>, <see cref="ApplicationSid"/>. Every property is
/// Twilio's field of that name; null leaves it to Twilio's default.
/// </summary>
public sealed record NewCall(string To, string From)
{
    public string? Url { get; init; }

    public CallbackMethod? Method { get; init; }

    /// <summary>A document of at most 4000 characters whose actions are absolute.</summary>
    public string? Twiml { get; init; }

    public string? ApplicationSid { get; init; }

    public string? FallbackUrl { get; init; }

    public CallbackMethod? FallbackMethod { get; init; }

    public string? StatusCallback { get; init; }

    public CallbackMethod? StatusCallbackMethod { get; init; }

    public ValueList<CallEvent> StatusCallbackEvent { get; init; }

    /// <summary>Seconds of ringing, at most 600; null: 60.</summary>
    public int? Timeout { get; init; }

    /// <summary>Seconds of talk.</summary>
    public int? TimeLimit { get; init; }

    public string? SendDigits { get; init; }

    public string? CallerId { get; init; }

    public string? CallReason { get; init; }

    public string? CallToken { get; init; }

    /// <summary>The BYOC trunk that carries the call.</summary>
    public string? Byoc { get; init; }

    /// <summary>Without <see cref="AsyncAmd"/> the Url waits for the result.</summary>
    public MachineDetection? MachineDetection { get; init; }

    public int? MachineDetectionTimeout { get; init; }

    public bool? AsyncAmd { get; init; }

    /// <summary>Error 21262 without it when <see cref="AsyncAmd"/> is on.</summary>
    public string? AsyncAmdStatusCallback { get; init; }

    public CallbackMethod? AsyncAmdStatusCallbackMethod { get; init; }

    public bool? Record { get; init; }

    public string? SipAuthUsername { get; init; }

    public string? SipAuthPassword { get; init; }

    public override string ToString() => nameof(NewCall);
}
