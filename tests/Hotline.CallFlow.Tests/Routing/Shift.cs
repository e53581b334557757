using System.Collections.Immutable;
using Hotline.CallFlow.Routing;

namespace Hotline.CallFlow.Tests.Routing;

/// <summary>A working day in which tests place callers and counselors. Minutes are counted from its beginning.</summary>
internal static class Shift
{
    public static readonly DateTimeOffset Begins = new(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(9));

    public static readonly DateTimeOffset Now = Minute(60);

    public static DateTimeOffset Minute(double minute) => Begins.AddMinutes(minute);

    public static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    public static Counselor Counselor(int number, double idleSince = 0, Presence presence = Presence.Available) => new()
    {
        Id = Id(number),
        Presence = presence,
        Languages = [Language.Korean],
        IdleSince = Minute(idleSince),
    };

    public static Waiting Caller(int number, double arrived = 50, Urgency urgency = Urgency.U3) => new()
    {
        Id = Id(1000 + number),
        Kind = WaitingKind.LiveCaller,
        Urgency = urgency,
        ArrivedAt = Minute(arrived),
        ReadySince = Minute(arrived),
        Language = Language.Korean,
    };

    public static Waiting Callback(int number, double arrived = 50, Urgency urgency = Urgency.U3) =>
        Caller(number, arrived, urgency) with { Kind = WaitingKind.Callback, ReadySince = Now };

    /// <summary>An offer to a counselor that ended, or not, shortly before now.</summary>
    public static Waiting Asked(this Waiting waiting, int counselor, OfferStage stage, double secondsAgo = 60)
    {
        var at = Now.AddSeconds(-secondsAgo);
        return waiting with { Offers = waiting.Offers.Add(new Offer(Id(5000 + waiting.Offers.Length), Id(counselor), at, stage, stage.IsLive() ? null : at)) };
    }

    public static Counselor After(this Counselor counselor, params ImmutableArray<TakenCall> calls) => counselor with { RecentCalls = calls };

    /// <summary>Twenty minutes long.</summary>
    public static TakenCall Call(Urgency urgency, double endedAtMinute) => new(urgency, Minute(endedAtMinute - 20), Minute(endedAtMinute));

    public static Matching Match(Waiting[] waiting, Counselor[] counselors, RoutingRules? rules = null) =>
        Router.Match(waiting, counselors, rules ?? RoutingRules.Default, Now);

    /// <summary>Caller and counselor, in the order of the offers.</summary>
    public static (int Caller, int Counselor)[] Pairs(this Matching matching) =>
        [.. matching.Offers.Select(offer => (Number(offer.WaitingId) - 1000, Number(offer.CounselorId)))];

    public static UnmatchedReason Reason(this Matching matching, int caller) =>
        Assert.Single(matching.Unmatched, unmatched => unmatched.WaitingId == Id(1000 + caller)).Reason;

    private static int Number(Guid id) => BitConverter.ToInt32(id.ToByteArray(), 0);
}
