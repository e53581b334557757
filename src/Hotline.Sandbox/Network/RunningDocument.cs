using Hotline.Twilio.Twiml;

namespace Hotline.Sandbox.Network;

/// <summary>A document that a call is running.</summary>
/// <param name="Url">Where relative addresses start; null for a document given in a REST request.</param>
internal sealed record RunningDocument(DocumentContext Context, string? Url, CallbackMethod Method, VoiceResponse Response)
{
    /// <summary>Null when a relative address has nothing to start from.</summary>
    public string? Absolute(string address)
    {
        if (address.Length is 0)
            return Url;
        if (address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            return address;
        return Url is null ? null : new Uri(new Uri(Url), address).AbsoluteUri;
    }
}
