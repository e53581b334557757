namespace Hotline.Web.FollowUps;

/// <summary>The written limits of retrying: how long until the next attempt, and when a person must look.</summary>
public static class RetryPlan
{
    private static readonly TimeSpan[] Steps =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(15),
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15),
        TimeSpan.FromMinutes(30),
    ];

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>The wait that a supplier asked for, within reason: none may talk us out of trying again.</summary>
    public static TimeSpan Reasonable(TimeSpan asked) => asked < Longest ? asked : Longest;

    /// <summary>The wait after a failed attempt, counted from 1.</summary>
    public static TimeSpan WaitAfter(int attempt) => attempt <= Steps.Length ? Steps[Math.Max(attempt, 1) - 1] : Longest;

    /// <summary>Whether an attempt at <paramref name="next"/> would come after the limit.</summary>
    public static bool IsOver(FollowUp work, DateTimeOffset next) => next - work.CreatedAt > LimitOf(work.Kind);

    /// <summary>How long after it was asked for a piece of work is still tried.</summary>
    public static TimeSpan LimitOf(FollowUpKind kind) => kind switch
    {
        // A request for help that the backend does not take stays alarming, and is tried for a week.
        FollowUpKind.OpenCase or FollowUpKind.AppendEntry or FollowUpKind.WithdrawCase => TimeSpan.FromDays(7),
        // The carrier keeps a recording until it is deleted.
        FollowUpKind.FetchMessage or FollowUpKind.SeekMessage or FollowUpKind.DeleteAtCarrier
            or FollowUpKind.DestroyKey => TimeSpan.FromDays(3),
        FollowUpKind.TranscribeMessage => TimeSpan.FromHours(24),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Every kind of follow-up has a limit."),
    };
}
