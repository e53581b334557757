namespace Hotline.Sandbox.Network;

/// <summary>What a call is doing while it is quiet.</summary>
public enum CallActivity
{
    Ringing,
    /// <summary>Asking for a document or speaking.</summary>
    Running,
    /// <summary>Waiting for keys or speech.</summary>
    Listening,
    Recording,
    InQueue,
    Dialing,
    /// <summary>Talking with another person.</summary>
    Bridged,
    InConference,
    Over,
}
