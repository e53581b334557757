using System.Collections.Immutable;
using Hotline.CallFlow.Hours;

namespace Hotline.CallFlow.Callbacks;

/// <summary>
/// The one place that says whether a callback's number may be dialled now. Every way to dial asks it: the dispatcher, a click, a
/// retry. A reason can set aside the window and the attempt rules, never a "no", never the opening hours, never ownership.
/// </summary>
public static class CallbackGuard
{
    public static DialVerdict MayDial(AgreedCallback callback, DialRequest request, OpeningHours hours, TrunkFacts trunk)
    {
        var broken = Broken(callback, request, hours, trunk).Order().ToImmutableArray();
        var overridden = request.OverrideReason is null ? [] : broken.Where(refusal => refusal.CanBeOverridden()).ToImmutableArray();
        if (overridden.Length < broken.Length)
            return new DialVerdict.Refused(broken);
        return overridden.IsEmpty || !string.IsNullOrWhiteSpace(request.OverrideReason)
            ? new DialVerdict.Allowed(overridden)
            : new DialVerdict.Refused([.. overridden, DialRefusal.OverrideNeedsReason]);
    }

    private static IEnumerable<DialRefusal> Broken(AgreedCallback callback, DialRequest request, OpeningHours hours, TrunkFacts trunk) =>
    [
        .. callback.DoNotContact ? [DialRefusal.DoNotContact] : Array.Empty<DialRefusal>(),
        .. InState(callback.State, request),
        .. AtHour(hours.At(request.At)),
        .. InWindow(callback.Window, request.At),
        .. AfterAttempts(callback, request.At),
        .. OnLine(trunk),
    ];

    private static DialRefusal[] InState(CallbackState state, DialRequest request) => state switch
    {
        CallbackState.Cancelled => [DialRefusal.Cancelled],
        CallbackState.Closed => [DialRefusal.Closed],
        CallbackState.Dialling or CallbackState.Reached => [DialRefusal.AlreadyInCall],
        CallbackState.Claimed claimed when claimed.LeaseUntil <= request.At => [DialRefusal.NotClaimed],
        CallbackState.Claimed claimed when claimed.Owner != request.Counselor => [DialRefusal.OwnedByAnother],
        CallbackState.Claimed => [],
        _ => [DialRefusal.NotClaimed],
    };

    private static DialRefusal[] AtHour(HoursState hours) =>
        hours.IsOpen ? []
        : hours.Reason == HoursReason.PublicHoliday ? [DialRefusal.PublicHoliday]
        : [DialRefusal.OutsideOpeningHours];

    private static DialRefusal[] InWindow(SafeWindow window, DateTimeOffset at) =>
        at < window.From ? [DialRefusal.BeforeWindow]
        : at >= window.To ? [DialRefusal.AfterWindow]
        : [];

    private static IEnumerable<DialRefusal> AfterAttempts(AgreedCallback callback, DateTimeOffset at)
    {
        if (!CallbackRules.HasAttemptsLeft(callback))
            yield return DialRefusal.NoAttemptsLeft;
        if (CallbackDue.Spaced(callback) > at)
            yield return DialRefusal.TooSoonAfterLastAttempt;
    }

    private static IEnumerable<DialRefusal> OnLine(TrunkFacts trunk)
    {
        if (!trunk.HasRegisteredNumber)
            yield return DialRefusal.NoRegisteredNumber;
        if (!trunk.IsUp)
            yield return DialRefusal.LineDown;
    }
}
