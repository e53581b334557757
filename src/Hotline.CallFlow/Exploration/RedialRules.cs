namespace Hotline.CallFlow.Exploration;

/// <summary>
/// Whoever presses redial on somebody else's telephone must learn nothing of the call before (DOMAIN T11): to a caller who was cut off
/// happens what happens to everybody, word for word, but for the place in line (DOMAIN T12).
/// </summary>
internal static class RedialRules
{
    public static IEnumerable<string> Broken(Transition transition, Turn turn)
    {
        var cutOff = transition.Facts.CutOffBefore;
        if (turn.State.CutOffBefore != cutOff)
            yield return "whether the caller was cut off before is forgotten, or made up";
        if (turn.Events.OfType<CallEvent.QueueEntered>().Any(entered => entered.AfterCutOff != cutOff))
            yield return "the place in line is not that of a caller who was cut off before, or is given to another";
        if (cutOff && !IsSame(turn, transition.ToOthers()))
            yield return "tells the caller of an earlier call";
    }

    private static bool IsSame(Turn turn, Turn others) =>
        turn.State with { CutOffBefore = false } == others.State
        && turn.Reply with { Says = [] } == others.Reply with { Says = [] }
        && turn.Reply.Says.SequenceEqual(others.Reply.Says)
        && turn.Events.Select(WithoutPlace).SequenceEqual(others.Events)
        && turn.FollowUps.SequenceEqual(others.FollowUps)
        && turn.Question == others.Question;

    private static CallEvent WithoutPlace(CallEvent happened) => happened is CallEvent.QueueEntered ? new CallEvent.QueueEntered() : happened;
}
