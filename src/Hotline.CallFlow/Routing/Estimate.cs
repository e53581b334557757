namespace Hotline.CallFlow.Routing;

/// <summary>How long a caller will wait, or the honest statement that it is not known (DOMAIN §6.1).</summary>
public static class Estimate
{
    public const int LeastAnswered = 5;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(30);

    /// <param name="answeredAt">When calls were connected with a counselor lately; older ones do no harm.</param>
    /// <param name="ahead">How many are served earlier.</param>
    /// <param name="now">The moment of asking.</param>
    /// <returns>The time until that many, and then this caller, are answered at the pace of the last half hour. Null with fewer than <see cref="LeastAnswered"/> answers in it.</returns>
    public static TimeSpan? Wait(IEnumerable<DateTimeOffset> answeredAt, int ahead, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ahead);
        var answered = answeredAt.Count(at => at > now - Window && at <= now);
        // The whole window, even if the line opened within it: the first callers of a morning are answered in one breath, and their
        // pace would promise the next one far too little.
        return answered < LeastAnswered ? null : Window / answered * (ahead + 1);
    }
}
