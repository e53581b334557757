using Hotline.Sandbox.Network.Rooms;
using Hotline.Sandbox.Network.Webhooks;
using Hotline.Twilio.Webhooks;

namespace Hotline.Sandbox.Network;

/// <summary>What reaches a call while it waits.</summary>
internal abstract record Signal
{
    private Signal() { }

    public sealed record Key(char Pressed) : Signal;

    /// <summary>The person lets the time-out pass.</summary>
    public sealed record Silence : Signal;

    /// <summary>The clock, and not a person.</summary>
    public sealed record TimedOut : Signal;

    public sealed record Spoken(string Text) : Signal;

    /// <summary>The person has begun to speak a message, so that silence does not end it.</summary>
    public sealed record SpeakingBegan : Signal;

    /// <summary>A message; <paramref name="EndedBy"/> is the key, or empty when the person just stops.</summary>
    public sealed record Message(byte[] Wav, string EndedBy) : Signal;

    public sealed record Answered : Signal;

    /// <summary>The ringing ends: busy, no answer, failed.</summary>
    public sealed record NotAnswered(CallStatus Status) : Signal;

    /// <summary>A dialled leg got on: ready to talk, or over.</summary>
    public sealed record LegChanged : Signal;

    /// <summary>The dialling call takes this leg.</summary>
    public sealed record Joined(Bridge Bridge, SimulatedCall Leg) : Signal
    {
        public override object Room => Leg;
    }

    /// <summary>The conference has begun.</summary>
    public sealed record Started(SimulatedConference Conference) : Signal
    {
        public override object Room => Conference;
    }

    /// <summary>The bridge or the conference that this call was in is over for it.</summary>
    public sealed record Parted(object From) : Signal
    {
        public override object Room => From;
    }

    /// <summary>Another call takes this one out of its queue.</summary>
    public sealed record Dequeued(WaitingLine Line, Bridge Bridge, TwimlSource? Whisper, string DequeuingCallSid) : Signal
    {
        public override object Room => Line;
    }

    /// <summary>The person at this end hangs up.</summary>
    public sealed record HangUp : Signal;

    /// <summary>The hotline, or a caller who is gone, ends the call.</summary>
    public sealed record Ended(CallStatus Status) : Signal;

    /// <summary>The hotline sends the call to another document.</summary>
    /// <param name="ByQueueMember">Asked for at the queue's member, which spares the Enqueue's action.</param>
    public sealed record Redirected(TwimlSource To, bool ByQueueMember = false) : Signal;

    /// <summary>The queue, conference or bridge that it is about; it means nothing to a call that is elsewhere by now.</summary>
    public virtual object? Room => null;

    /// <summary>Whatever is being said stops for these.</summary>
    public bool Interrupts => this is HangUp or Ended or Redirected || Room is not null;

    /// <summary>Tells the other side that the call it wanted went away meanwhile.</summary>
    public void Refuse(SimulatedCall call)
    {
        if (this is Joined joined)
            joined.Bridge.Leave(call);
        else if (this is Dequeued dequeued)
            dequeued.Bridge.Leave(call);
    }
}
