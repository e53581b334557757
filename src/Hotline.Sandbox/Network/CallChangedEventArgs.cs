namespace Hotline.Sandbox.Network;

/// <summary>A call changed its state, or something was heard at it.</summary>
public sealed class CallChangedEventArgs(SimulatedCall call, HeardLine? line) : EventArgs
{
    public SimulatedCall Call => call;

    /// <summary>Null when nothing was heard.</summary>
    public HeardLine? Line => line;
}
