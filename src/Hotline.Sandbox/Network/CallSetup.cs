using Hotline.Sandbox.Network.Webhooks;
using Hotline.Twilio.Twiml;
using Hotline.Twilio.Webhooks;

namespace Hotline.Sandbox.Network;

/// <summary>How a call comes about.</summary>
internal sealed record CallSetup(SimulatedPhone Phone, string From, string To, CallDirection Direction)
{
    /// <summary>The document that runs once the call is answered; for a dialled leg the whisper, or null.</summary>
    public TwimlSource? Start { get; init; }
    public TwimlSource.Address? Fallback { get; init; }
    public ProgressSubscription? Progress { get; init; }
    public SimulatedCall? Parent { get; init; }
    public string? ForwardedFrom { get; init; }
    public TimeSpan RingFor { get; init; } = TimeSpan.FromSeconds(60);
    public DetectionRequest? Detection { get; init; }
}

internal sealed record ProgressSubscription(string Url, CallbackMethod Method, IReadOnlyList<CallEvent> Events);

/// <summary>Answering machine detection (Twilio contract §1.8).</summary>
/// <param name="Callback">Null: synchronous, the first document waits for the result.</param>
internal sealed record DetectionRequest(MachineDetection Kind, TwimlSource.Address? Callback);
