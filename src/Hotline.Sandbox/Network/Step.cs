using Hotline.Sandbox.Network.Webhooks;

namespace Hotline.Sandbox.Network;

/// <summary>What a verb, or a whole document, leaves to be done.</summary>
internal abstract record Step
{
    private Step() { }

    /// <summary>The next verb.</summary>
    public sealed record Continue : Step;

    public sealed record EndOfDocument : Step;

    public sealed record Go(TwimlSource To) : Step;

    /// <summary>Out of the queue.</summary>
    public sealed record Leave : Step;

    public sealed record HangUp(Twilio.Webhooks.CallStatus Status) : Step;

    public sealed record Interrupted(Signal By) : Step;

    /// <summary>The document could not be had, or not be run.</summary>
    public sealed record Failed(int ErrorCode, string Url) : Step;
}
