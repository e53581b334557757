using Hotline.Sandbox.Network.Rooms;

namespace Hotline.Sandbox.Network.Verbs;

/// <summary>Two people on a bridge: what one says or presses the other hears.</summary>
internal static class Talking
{
    /// <summary>Null when the other one left or the time was over; else what ended it at this end.</summary>
    public static async Task<Step.Interrupted?> RunAsync(CallRun run, Bridge bridge, TimeSpan? limit, bool hangupOnStar)
    {
        var other = bridge.Other(run.Call);
        run.Call.Mailbox.Enter(bridge);
        try
        {
            for (; ; )
            {
                switch (await run.ReceiveAsync(CallActivity.Bridged, limit))
                {
                    case Signal.Parted or Signal.TimedOut: return null;
                    case Signal.Key { Pressed: '*' } when hangupOnStar: return null;
                    case Signal.Key { Pressed: var key }: other.Hear(HeardKind.Tone, key.ToString()); break;
                    case Signal.Spoken { Text: var text }: other.Hear(HeardKind.Person, text); break;
                    case { Interrupts: true } signal: return new(signal);
                }
            }
        }
        finally
        {
            bridge.Leave(run.Call);
            run.Call.Mailbox.Enter(null);
        }
    }
}
