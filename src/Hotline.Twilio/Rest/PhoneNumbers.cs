using Hotline.Twilio.Twiml;

namespace Hotline.Twilio.Rest;

/// <summary>How a number answers. A fallback needs a <see cref="VoiceUrl"/> (error 21405) and belongs on another host.</summary>
public sealed record PhoneNumberChange
{
    public string? FriendlyName { get; init; }

    public string? VoiceUrl { get; init; }

    public CallbackMethod? VoiceMethod { get; init; }

    public string? VoiceFallbackUrl { get; init; }

    public CallbackMethod? VoiceFallbackMethod { get; init; }

    public string? StatusCallback { get; init; }

    public CallbackMethod? StatusCallbackMethod { get; init; }

    public bool? VoiceCallerIdLookup { get; init; }

    public string? VoiceApplicationSid { get; init; }

    public string? TrunkSid { get; init; }
}

public sealed record TwilioPhoneNumber
{
    public required string Sid { get; init; }

    public string? PhoneNumber { get; init; }

    public string? FriendlyName { get; init; }

    public string? VoiceUrl { get; init; }

    public string? VoiceMethod { get; init; }

    public string? VoiceFallbackUrl { get; init; }

    public string? StatusCallback { get; init; }

    /// <summary>While one of these is set, <see cref="VoiceUrl"/> is ignored.</summary>
    public string? VoiceApplicationSid { get; init; }

    /// <inheritdoc cref="VoiceApplicationSid"/>
    public string? TrunkSid { get; init; }

    public override string ToString() => $"{nameof(TwilioPhoneNumber)} {Sid}";
}

/// <summary>Numbers of the account that take calls. A number behind a BYOC trunk is not among them.</summary>
public sealed class TwilioPhoneNumbers
{
    private readonly TwilioTransport transport;

    internal TwilioPhoneNumbers(TwilioTransport transport) => this.transport = transport;

    /// <param name="phoneNumber">E.164; null: all.</param>
    /// <param name="cancellation">Ends the request.</param>
    public IAsyncEnumerable<TwilioPhoneNumber> ListAsync(string? phoneNumber = null, CancellationToken cancellation = default) =>
        transport.ListAsync<TwilioPhoneNumber>("IncomingPhoneNumbers.json", "incoming_phone_numbers", new { PhoneNumber = phoneNumber }, "list phone numbers", cancellation);

    public Task<TwilioPhoneNumber?> UpdateAsync(string numberSid, PhoneNumberChange change, CancellationToken cancellation = default) =>
        transport.FindAsync<TwilioPhoneNumber>(
            new(HttpMethod.Post, $"IncomingPhoneNumbers/{Uri.EscapeDataString(numberSid)}.json", "change a phone number") { Form = change },
            cancellation);
}
