using System.Collections.Immutable;

namespace Hotline.CallFlow.Steps;

/// <summary>Dialling an agency. An agency that can only be pointed to is never dialled: its number is spoken instead (DOMAIN §2).</summary>
internal sealed class TransferStep : Step
{
    internal override ImmutableArray<string> Outcomes => ["connected", "failed", "unreachable"];

    internal override bool UsesAgency => true;

    internal override bool Owns(char key) => key is GlobalKeys.Repeat or GlobalKeys.Languages;

    internal override string? PassOn(CallState state, LineFacts facts) => Of(state, facts).CanTransferAt(facts.Now) ? null : "unreachable";

    internal override Arrival Arrive(CallState state, LineFacts facts) => new(state) { Events = [new CallEvent.TransferStarted(Of(state, facts).Key)] };

    internal override Reply Speak(CallState state, LineFacts facts)
    {
        var agency = Of(state, facts);
        return new Reply.Transfer([AgencyWords.With(new Prompt("transfer.notice"), agency)], agency.DialString!);
    }

    internal override Move Hear(CallerInput input, CallState state, LineFacts facts) => input is CallerInput.TransferEnded { Connected: var connected }
        ? new Move.Take(connected ? "connected" : "failed") { Events = [new CallEvent.TransferFinished(state.AgencyKey!, connected)] }
        : new Move.Stay();

    // Nothing is listened for while it rings: whatever arrives, the dialling itself must have been lost.
    internal override Move Press(CallerInput.Keyed keyed, CallState state, LineFacts facts) => new Move.Stay();

    internal override Move Silence(CallState state, LineFacts facts) => new Move.Stay();

    internal static Agency Of(CallState state, LineFacts facts) =>
        state.AgencyKey is { } key && facts.Agencies.TryGetValue(key, out var agency)
            ? agency
            : facts.Agencies[Script.W1366];
}
