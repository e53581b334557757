using Hotline.Twilio.Twiml;

namespace Hotline.Sandbox.Network;

/// <summary>A number of the account, with the addresses that a call to it asks.</summary>
public sealed class IncomingNumber(string sid, string phoneNumber)
{
    public string Sid => sid;
    public string PhoneNumber { get; } = phoneNumber;
    public string FriendlyName { get; set; } = phoneNumber;
    public string? VoiceUrl { get; set; }
    public CallbackMethod VoiceMethod { get; set; } = CallbackMethod.Post;
    public string? VoiceFallbackUrl { get; set; }
    public CallbackMethod VoiceFallbackMethod { get; set; } = CallbackMethod.Post;
    public string? StatusCallback { get; set; }
    public CallbackMethod StatusCallbackMethod { get; set; } = CallbackMethod.Post;
}
