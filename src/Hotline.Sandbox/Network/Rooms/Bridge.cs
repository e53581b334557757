namespace Hotline.Sandbox.Network.Rooms;

/// <summary>Two calls that hear each other.</summary>
internal sealed class Bridge(SimulatedCall first, SimulatedCall second)
{
    private readonly Lock gate = new();
    private bool over;

    public SimulatedCall Other(SimulatedCall call) => call == first ? second : first;

    /// <summary>Ends it for both; the one that stays is told.</summary>
    public void Leave(SimulatedCall leaving)
    {
        lock (gate)
        {
            if (over)
                return;
            over = true;
            Other(leaving).Mailbox.Post(new Signal.Parted(this));
        }
    }
}
