namespace Hotline.CallFlow;

/// <summary>What happens next in a call. Pure: the same state, input and facts give the same turn.</summary>
public static class Flow
{
    /// <summary>The first turn of a call.</summary>
    public static Turn Begin(Caller caller, LineFacts facts, Script? script = null)
    {
        var state = new CallState { Step = StepName.Welcome, Caller = caller };
        return new Walk(script ?? Script.Shipped, facts, state).Begin();
    }

    /// <summary>The turn after an input. Every input is answered in every state; after the end of a call nothing changes any more.</summary>
    public static Turn Advance(CallState state, CallerInput input, LineFacts facts, Script? script = null) =>
        new Walk(script ?? Script.Shipped, facts, state).Hear(input);

    /// <summary>Speaks the present scene again, for a call that lost its way through no doing of the caller.</summary>
    public static Turn Resume(CallState state, LineFacts facts, Script? script = null) =>
        new Walk(script ?? Script.Shipped, facts, state).Resume();

    /// <summary>After a defect of ours: says so, and offers 1366 or another try. A waiting caller just keeps waiting. Needs no facts, because those may be what failed.</summary>
    /// <param name="state">The last state that is known; null if none is.</param>
    public static Turn Apology(CallState? state = null)
    {
        var known = state ?? new CallState { Step = StepName.Welcome, Caller = new Caller(CallerKind.Withheld) };
        if (known.Over)
            return new Turn(known, new Reply.Nothing(), [], []);
        if (known.InQueue)
            return new Turn(known, new Reply.KeepWaiting([new Prompt("queue.comfort")], Steps.WaitingStep.Quiet), [], []);

        var troubled = known with { Step = StepName.TechnicalTrouble, Silences = 0, WrongKeys = 0, Greeted = true };
        var owed = Script.Shipped[known.Step].Step.FollowsAgreement ? CaseFollowUp.On(known) : [];
        return new Turn(troubled, Steps.TechnicalTroubleStep.Scene(troubled), [new CallEvent.StepEntered(StepName.TechnicalTrouble)], owed);
    }
}
