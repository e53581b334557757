using System.Collections.Immutable;
using Hotline.CallFlow.Speech;

namespace Hotline.CallFlow.Steps;

/// <summary>In the line for a counselor. Whoever is in it when the hours end stays in it until answered (DOMAIN §3).</summary>
internal sealed class WaitingStep : Step
{
    /// <summary>One round is this and a sentence or two: spoken comfort at least every 60 seconds (DOMAIN T15).</summary>
    internal static readonly TimeSpan Quiet = TimeSpan.FromSeconds(20);

    /// <summary>A wait of this length brings the offer of a callback (방통위 ARS guideline).</summary>
    private static readonly TimeSpan OfferCallback = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongWait = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(30);

    internal override ImmutableArray<string> Outcomes => ["closed", "nobody", "3", "too-long"];

    // Only 8 leaves; 0 is what the caller has already.
    internal override bool Owns(char key) => key != GlobalKeys.QuickExit;

    internal override string? PassOn(CallState state, LineFacts facts) =>
        state.InQueue ? null : !facts.IsOpen ? "closed" : !facts.CounselorsOnDuty ? "nobody" : null;

    internal override Arrival Arrive(CallState state, LineFacts facts) =>
        new(Fresh.Of(state) with { InQueue = true, SpokenAhead = null }) { Events = [new CallEvent.QueueEntered(state.CutOffBefore)] };

    internal override Reply Speak(CallState state, LineFacts facts) =>
        new Reply.EnterQueue(state.Urgency <= Urgency.U1 ? [new Prompt("queue.enter"), new Prompt("emergency.stay")] : [new Prompt("queue.enter")]);

    internal override Reply SpeakAgain(CallState state, LineFacts facts) => Wait(Comfort);

    internal override Move Press(CallerInput.Keyed keyed, CallState state, LineFacts facts) => keyed.Keys switch
    {
        "3" => new Move.Take("3"),
        "*" => Tell(state, facts, repeats: true),
        _ => new Move.Answer(Wait([])),
    };

    internal override Move Silence(CallState state, LineFacts facts) => Hear(new CallerInput.Waited(), state, facts);

    internal override Move Hear(CallerInput input, CallState state, LineFacts facts) => input switch
    {
        CallerInput.Waited when facts.Queue is { LimitReached: true } => new Move.Take("too-long") { State = state with { LongWaits = state.LongWaits + 1 } },
        CallerInput.Waited => Tell(state, facts, repeats: false),
        _ => new Move.Answer(Wait([])),
    };

    private static ImmutableArray<Utterance> Comfort => [new Prompt("queue.comfort")];

    private static Move.Answer Tell(CallState state, LineFacts facts, bool repeats)
    {
        if (facts.Queue is not { } queue)
            return new Move.Answer(Wait(Comfort));
        var speaksOfPlace = repeats || (int)(queue.Waited / Round) % 2 == 0;
        var place = speaksOfPlace && queue.Ahead <= (state.SpokenAhead ?? int.MaxValue) ? Place(queue) : [];
        return new Move.Answer(Wait([.. place.IsEmpty ? Comfort : place, .. Offer(queue)]))
        {
            State = place.IsEmpty ? state : state with { SpokenAhead = queue.Ahead },
        };
    }

    private static ImmutableArray<Utterance> Place(QueueFacts queue) => queue switch
    {
        { Ahead: <= 0 } => [new Prompt("queue.next")],
        { Estimate: { } estimate } => [new Prompt("queue.position").With("position", new Spoken.People(queue.Ahead)).With("wait", new Spoken.Wait(estimate))],
        _ => [new Prompt("queue.ahead").With("position", new Spoken.People(queue.Ahead))],
    };

    private static ImmutableArray<Utterance> Offer(QueueFacts queue) => queue switch
    {
        { Waited: var waited } when waited < OfferCallback => [],
        { Estimate: { } estimate } when estimate >= LongWait => [new Prompt("queue.long").With("wait", new Spoken.Wait(estimate))],
        { Waited: var waited } when waited >= LongWait => [new Prompt("queue.long.unknown")],
        _ => [new Prompt("queue.offerCallback")],
    };

    private static Reply.KeepWaiting Wait(ImmutableArray<Utterance> says) => new(says, Quiet);
}
