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
    public sealed record Joined(Bridge Bridge) : Signal;

    /// <summary>The conference has begun.</summary>
    public sealed record Started : Signal;

    /// <summary>The bridge or the conference that this call was in is over for it.</summary>
    public sealed record Parted : Signal;

    /// <summary>Another call takes this one out of its queue.</summary>
    public sealed record Dequeued(Bridge Bridge, TwimlSource? Whisper, string DequeuingCallSid) : Signal;

    /// <summary>The person at this end hangs up.</summary>
    public sealed record HangUp : Signal;

    /// <summary>The hotline, or a caller who is gone, ends the call.</summary>
    public sealed record Ended(CallStatus Status) : Signal;

    /// <summary>The hotline sends the call to another document.</summary>
    /// <param name="ByQueueMember">Asked for at the queue's member, which spares the Enqueue's action.</param>
    public sealed record Redirected(TwimlSource To, bool ByQueueMember = false) : Signal;

    /// <summary>About the room that the call is in; meaningless once it left.</summary>
    public bool ConcernsRoom => this is Started or Parted or Dequeued or Joined;

    /// <summary>Whatever is being said stops for these.</summary>
    public bool Interrupts => this is HangUp or Ended or Redirected || ConcernsRoom;
}
