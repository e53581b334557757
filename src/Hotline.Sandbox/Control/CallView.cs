using Hotline.Sandbox.Network;
using Hotline.Twilio;

namespace Hotline.Sandbox.Control;

/// <summary>A call as the browser page shows it.</summary>
/// <param name="Phone">The phone at the other end; a withheld caller's differs from what is presented.</param>
/// <param name="Line">What was just heard, in a live view; null in a list.</param>
public sealed record CallView(
    string Sid, string Phone, string From, string To, string Direction, string Status, string State, DateTimeOffset StartedAt, LineView? Line)
{
    internal static CallView Of(SimulatedCall call, HeardLine? line) => new(
        call.Sid, call.Phone.Address, call.From, call.To, Wire.Word(call.Direction), Wire.Word(call.Status), Wire.Word(Shown(call)), call.StartedAt, LineView.Of(line));

    /// <summary>A call that was answered no longer rings, though it has not been quiet yet.</summary>
    private static CallActivity Shown(SimulatedCall call) => call is { State: CallActivity.Ringing, AnsweredAt: not null } ? CallActivity.Running : call.State;
}

public sealed record LineView(string Kind, string Text, string? Language, string? Voice, double Seconds, DateTimeOffset At)
{
    internal static LineView? Of(HeardLine? line) => line is null
        ? null
        : new(Wire.Word(line.Kind), line.Text, line.Language, line.Voice, Math.Round(line.Length.TotalSeconds, 1), line.At);
}
