using Hotline.Twilio.Twiml;

namespace Hotline.Sandbox.Network.Webhooks;

/// <summary>Where a call gets its next document from.</summary>
internal abstract record TwimlSource
{
    private TwimlSource() { }

    /// <param name="Url">Absolute, with its fragment of delivery overrides.</param>
    /// <param name="Extra">Sent beside the common parameters.</param>
    public sealed record Address(string Url, CallbackMethod Method, IReadOnlyList<(string Name, string Value)> Extra) : TwimlSource
    {
        public Address(string url, CallbackMethod method) : this(url, method, []) { }
    }

    /// <summary>A document given in a REST request.</summary>
    public sealed record Inline(string Twiml) : TwimlSource;
}
