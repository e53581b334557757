using Hotline.CallFlow.Callbacks;
using Hotline.CallFlow.Hours;

namespace Hotline.CallFlow.Tests.Callbacks;

/// <summary>A callback for Tuesday 24 November 2026, safe from 10:00 to 17:00, and the people who may dial it.</summary>
internal static class Agreement
{
    public const string Reference = "40718263";

    public static readonly Guid Owner = new(1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
    public static readonly Guid Other = new(2, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
    public static readonly OpeningHours Weekdays = OpeningHours.Of(HoursProfile.Weekday0918);
    public static readonly TrunkFacts LineIsUp = new(IsUp: true, HasRegisteredNumber: true);

    public static readonly AgreedCallback Agreed = new()
    {
        Id = new Guid(7, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]),
        Reference = Reference,
        Window = new SafeWindow(At("2026-11-24 10:00"), At("2026-11-24 17:00"), AsSoonAsPossible: false),
        Message = MessagePermission.LeaveNothing,
        AgreedAt = At("2026-11-23 15:00"),
    };

    public static readonly AgreedCallback Claimed = Agreed.OwnedBy(Owner);

    public static DateTimeOffset At(string seoul) =>
        new(DateTime.Parse(seoul, System.Globalization.CultureInfo.InvariantCulture), SeoulTime.Offset);

    public static AgreedCallback OwnedBy(this AgreedCallback callback, Guid owner) =>
        callback with { State = new CallbackState.Claimed(owner, DateTimeOffset.MaxValue) };

    public static AgreedCallback Tried(this AgreedCallback callback, string at, AttemptResult? result) =>
        callback with { Attempts = callback.Attempts.Add(new Attempt(callback.Attempts.Length + 1, Owner, At(at), result)) };

    public static AgreedCallback During(this AgreedCallback callback, string from, string to) =>
        callback with { Window = new SafeWindow(At(from), At(to), AsSoonAsPossible: false) };

    public static DialVerdict Ask(AgreedCallback callback, string at, string? reason = null) =>
        CallbackGuard.MayDial(callback, new DialRequest(Owner, At(at), reason), Weekdays, LineIsUp);

    public static DialRefusal[] Reasons(this DialVerdict verdict) => [.. Assert.IsType<DialVerdict.Refused>(verdict).Reasons];

    public static DialRefusal[] Overridden(this DialVerdict verdict) => [.. Assert.IsType<DialVerdict.Allowed>(verdict).Overridden];

    public static AgreedCallback After(this AgreedCallback callback, CallbackEvent happened, string at = "2026-11-24 11:00") =>
        Assert.IsType<CallbackChange.Changed>(CallbackRules.After(callback, happened, At(at))).Callback;

    public static NoChange WhyNot(this AgreedCallback callback, CallbackEvent happened, string at = "2026-11-24 11:00") =>
        Assert.IsType<CallbackChange.Unchanged>(CallbackRules.After(callback, happened, At(at))).Why;
}
