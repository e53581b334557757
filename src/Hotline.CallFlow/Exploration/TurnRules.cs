using System.Collections.Frozen;

namespace Hotline.CallFlow.Exploration;

/// <summary>What must hold of every single turn (DOMAIN §5, §6.1).</summary>
/// <param name="namedKeys">The keys that a prompt's text names.</param>
internal sealed class TurnRules(Script script, Func<string, IEnumerable<char>> namedKeys)
{
    private static readonly FrozenSet<string> Refusals = FrozenSet.Create(StringComparer.Ordinal, "input.invalid", "input.invalid.final", "input.invalid.final.closed");

    /// <summary>Whoever guesses references gets this many tries in a call.</summary>
    private const int MostLookUps = 3;

    /// <summary>The broken promises, each in words.</summary>
    public IEnumerable<string> Broken(Transition transition)
    {
        if (transition.Turn is not { } turn)
            return [$"throws: {transition.Crash}"];
        var before = transition.Before;
        return
        [
            .. OfReply(turn),
            .. OfTransfer(turn, transition.Facts),
            .. OfGoodbye(transition, turn),
            .. OfRecords(before, turn),
            .. OfLookUps(before, turn),
            .. RedialRules.Broken(transition, turn),
            .. before is null || before.Over ? [] : OfInput(transition, before, turn),
        ];
    }

    /// <summary>Keys are awaited there. The others dial, record, or wait for the carrier to let go.</summary>
    public static bool Listens(CallState state) =>
        !state.Over && state.InQueue == (state.Step == StepName.Waiting) && state.Step is not (StepName.Transfer or StepName.MessageRecord);

    private IEnumerable<string> OfInput(Transition transition, CallState before, Turn turn)
    {
        if (transition.Input.What is CallerInput.HungUp && (!turn.State.Over || turn.Reply is not Reply.Nothing))
            yield return "a hang-up must end the call";
        if (transition.Input.What is CallerInput.HungUp && before.Reference is null && turn.FollowUps.Length > 0)
            yield return "a hang-up before a callback is registered leaves work behind";
        if (transition.Input.What is CallerInput.Silent && turn.State.Over)
            yield return "silence ends the call";
        if (!Listens(before))
            yield break;

        foreach (var fault in Global(transition, before, turn))
            yield return fault;
        if (transition.Input.What is CallerInput.Keyed { Keys: [>= '1' and <= '7' and var key] } && StaysPut(transition, before, turn) && Named(before, transition.Facts).Contains(key))
            yield return $"the prompt names key {key}, but it leads nowhere";
    }

    private IEnumerable<string> Global(Transition transition, CallState before, Turn turn)
    {
        switch (GlobalKey(transition.Input, before))
        {
            case GlobalKeys.QuickExit when !turn.State.Over || turn.Reply is not Reply.Goodbye { Says: [Prompt { Key: "exit.cover" }] } || !turn.Events.OfType<CallEvent.QuickExit>().Any():
                yield return "8 is not the quick exit";
                break;
            case GlobalKeys.QuickExit when before.Reference is null && (turn.FollowUps.Length > 0 || turn.State.Callback != CallbackDraft.Empty):
                yield return "8 leaves an unfinished callback";
                break;
            case GlobalKeys.Counselor when before.InQueue ? !turn.State.InQueue : !LeadsToHelp(turn.State, transition.Facts):
                yield return "0 does not lead to a counselor";
                break;
            case GlobalKeys.Repeat when Refused(transition) || (IsServed(before, transition.Facts) && turn.State.Step != before.Step):
                yield return "* does not repeat";
                break;
            case GlobalKeys.Back when Refused(transition):
                yield return "# is refused";
                break;
        }
    }

    private static bool LeadsToHelp(CallState state, LineFacts facts) => facts.CanReachCounselor
        ? state is { InQueue: true, Step: StepName.Waiting }
        : state.Step is StepName.Closed or StepName.NobodyFree or StepName.Transfer;

    private char? GlobalKey(Input input, CallState before) => input.What switch
    {
        CallerInput.Spoke spoke => GlobalKeys.Of(spoke.Words),
        CallerInput.Keyed keyed when script[before.Step].Step.TakesNumber => GlobalKeys.OfNumber(keyed),
        CallerInput.Keyed { Keys.Length: 1 } keyed => GlobalKeys.OfMenu(keyed.Keys),
        _ => null,
    };

    private HashSet<char> Named(CallState state, LineFacts facts) =>
        [.. Flow.Resume(state, facts, script).Reply.Says.OfType<Prompt>().SelectMany(prompt => namedKeys(prompt.Key))];

    /// <summary>Refused, or at the same place with nothing to say for it: no message played, no hours that were over, no agency that closed meanwhile.</summary>
    private bool StaysPut(Transition transition, CallState before, Turn turn) =>
        IsServed(before, transition.Facts)
        && (Refused(transition) || (turn.State.Step == before.Step && turn.Reply is Reply.Ask && !turn.Reply.Says.Any(said => said is Playback or Prompt { Key: "callback.window.none" or "transfer.fail" or "transfer.fail.closed" })));

    /// <summary>The world has not changed so that this scene can no longer be played.</summary>
    private bool IsServed(CallState state, LineFacts facts) => script[state.Step].Step.PassOn(state, facts) is null;

    private static bool Refused(Transition transition) => transition.Prompts.Any(Refusals.Contains);

    private static IEnumerable<string> OfReply(Turn turn)
    {
        if (turn.State.InQueue != turn.Reply is Reply.EnterQueue or Reply.KeepWaiting or Reply.LeaveQueue)
            yield return "the reply and the queue contradict each other";
        if (turn.State.Over != turn.Reply is Reply.Goodbye or Reply.Nothing)
            yield return "the reply and the end of the call contradict each other";
        if (turn.Reply is Reply.Ask { Says.IsEmpty: true })
            yield return "keys are awaited without a word";
    }

    private static IEnumerable<string> OfTransfer(Turn turn, LineFacts facts)
    {
        if (turn.Reply is Reply.Transfer transfer
            && !facts.Agencies.Values.Any(agency => string.Equals(agency.DialString, transfer.DialString, StringComparison.Ordinal) && agency.CanTransferAt(facts.Now)))
        {
            yield return "dials an agency that must not be dialled now";
        }
    }

    private static IEnumerable<string> OfGoodbye(Transition transition, Turn turn)
    {
        var deliberate = transition.Input.What is CallerInput.Keyed or CallerInput.Spoke or CallerInput.LeftQueue { Exit: QueueExit.Served }
            or CallerInput.TransferEnded { Connected: true } or CallerInput.Recorded { EndedBy: GlobalKeys.QuickExit };
        if (turn.Reply is Reply.Goodbye && (!deliberate || Refused(transition)))
            yield return "hangs up on a caller who did not ask for it";
    }

    /// <summary>No turn asks that comes after three that did, and none forgets one: so no call ever asks more often.</summary>
    private static IEnumerable<string> OfLookUps(CallState? before, Turn turn)
    {
        var (had, asks) = (before?.LookUps ?? 0, turn.Question is Question.FindCallback);
        if (asks && had >= MostLookUps)
            yield return $"looks for a callback more than {MostLookUps} times in a call";
        if (turn.State.LookUps != (asks ? had + 1 : had))
            yield return "loses count of the look-ups";
    }

    private IEnumerable<string> OfRecords(CallState? before, Turn turn)
    {
        if (turn.Events.OfType<CallEvent.CallbackAgreed>().Any()
            && !(turn.FollowUps.Contains(new FollowUp.OpenCase(CaseDue.SafetyNet)) && turn.Reply.Says.OfType<Prompt>().Any(prompt => prompt.Key is "callback.confirmed")))
        {
            yield return "a callback is registered without its case or without its reference being heard";
        }

        if (turn.Events.OfType<CallEvent.MessageLeft>().Any(left => left.RecordingSid is { } sid && !turn.FollowUps.Contains(new FollowUp.FetchMessage(sid))))
            yield return "a message is left and not fetched";
        if (turn.Events.OfType<CallEvent.MessageTakenBack>().Any(back => back.RecordingSid is { } sid && !turn.FollowUps.Contains(new FollowUp.DiscardMessage(sid))))
            yield return "a message is taken back and not discarded";
        if (before is { Over: false, InQueue: false } && script[before.Step].Step.FollowsAgreement
            && (turn.State.Over || !script[turn.State.Step].Step.FollowsAgreement) && !turn.FollowUps.OfType<FollowUp.OpenCase>().Any())
        {
            yield return "the caller is done and no case is opened";
        }
    }
}
