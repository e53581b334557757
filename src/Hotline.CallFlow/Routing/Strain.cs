namespace Hotline.CallFlow.Routing;

/// <summary>
/// The rest after urgent calls in a row (DOMAIN T21). While it lasts a counselor gets no routine call at all, and an urgent one
/// only when nobody else who fits is free: the caller's safety beats the rest.
/// </summary>
public static class Strain
{
    /// <returns>The end of the rest that this counselor has earned, past or to come; null when none was earned.</returns>
    public static DateTimeOffset? RestsUntil(Counselor counselor, RoutingRules rules)
    {
        var latestFirst = counselor.RecentCalls.OrderByDescending(call => call.EndedAt).ThenByDescending(call => call.StartedAt).ToList();
        var inARow = 0;
        foreach (var call in latestFirst)
        {
            if (call.Urgency > Urgency.U1)
                break;
            // A gap as long as the rest was a rest.
            if (inARow > 0 && latestFirst[inARow - 1].StartedAt - call.EndedAt >= rules.UrgentRest)
                break;
            inARow++;
        }

        return inARow >= rules.UrgentInARow ? latestFirst[0].EndedAt + rules.UrgentRest : null;
    }
}
