using Hotline.Twilio.Twiml;

namespace Hotline.Sandbox.Network.Rooms;

/// <summary>A call in a conference.</summary>
public sealed class ConferenceParticipant
{
    internal ConferenceParticipant(SimulatedCall call, Conference noun)
    {
        Call = call;
        Label = noun.ParticipantLabel;
        Muted = noun.Muted ?? false;
        StartOnEnter = noun.StartConferenceOnEnter ?? true;
        EndOnExit = noun.EndConferenceOnExit ?? false;
        CoachedCallSid = noun.Coach;
    }

    public SimulatedCall Call { get; }
    public string? Label { get; }
    public bool Muted { get; internal set; }
    public bool Hold { get; internal set; }
    public bool StartOnEnter { get; }
    public bool EndOnExit { get; internal set; }

    /// <summary>The only call that hears this participant.</summary>
    public string? CoachedCallSid { get; internal set; }

    internal bool IsHeardBy(ConferenceParticipant other) =>
        !Muted && !Hold && !other.Hold && (CoachedCallSid is null || string.Equals(CoachedCallSid, other.Call.Sid, StringComparison.Ordinal));
}
