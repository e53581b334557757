using CsCheck;
using Hotline.CallFlow.Callbacks;
using Hotline.CallFlow.Hours;
using static Hotline.CallFlow.Tests.Callbacks.Agreement;

namespace Hotline.CallFlow.Tests.Callbacks;

/// <summary>What holds for every callback at every time.</summary>
public sealed class CallbackPropertyTests
{
    // From the autumn of 2026 into the spring of 2027, with 추석, Christmas, New Year and 설날 in it.
    private static readonly Gen<DateTimeOffset> AnyTime = Gen.Int[0, 200 * 24 * 4].Select(quarter => At("2026-09-15 00:00").AddMinutes(15 * quarter));

    // Odd minutes, so that no edge of an hour or a window is hit only by luck of the grid.
    private static readonly Gen<TimeSpan> AnyMinutes = Gen.Int[1, 3 * 24 * 60].Select(minutes => TimeSpan.FromMinutes(minutes));

    private static readonly Gen<OpeningHours> AnyHours =
        Gen.Select(Gen.Enum<HoursProfile>(), AnyTime, AnyMinutes, Gen.Bool, (profile, from, length, closes) => OpeningHours.Of(profile) with
        {
            Overrides = closes ? [new HoursOverride.EmergencyClosure(from, from + length)] : [new HoursOverride.SpecialOpen(from, from + length)],
        });

    private static readonly Gen<(TimeSpan Ago, AttemptResult Result)> AnyAttempt = Gen.Select(AnyMinutes, Gen.Enum<AttemptResult>());

    private static readonly Gen<Scene> AnyScene = Gen.Select(AnyTime, AnyMinutes, AnyMinutes, AnyAttempt.Array[0, 3], AnyHours)
        .Select((from, length, offset, attempts, hours) =>
        {
            var now = from - TimeSpan.FromHours(12) + offset;
            return new Scene(
                Claimed with
                {
                    AgreedAt = from - TimeSpan.FromDays(10),
                    Window = new SafeWindow(from, from + length, AsSoonAsPossible: false),
                    Attempts = [.. attempts.Select((attempt, index) => new Attempt(index + 1, Owner, now - attempt.Ago, attempt.Result))],
                },
                now,
                hours);
        });

    [Fact]
    public void Nobody_is_called_outside_window_hours_holidays_and_attempts() => AnyScene.Sample(scene =>
    {
        if (scene.Verdict() is not DialVerdict.Allowed allowed)
            return;

        var (callback, now) = (scene.Callback, scene.Now);
        Assert.Empty(allowed.Overridden);
        Assert.InRange(now, callback.Window.From, callback.Window.To.AddTicks(-1));
        Assert.True(scene.Hours.At(now).IsOpen);
        Assert.True(callback.Attempts.Count(attempt => attempt.Result != AttemptResult.LineFailed) < 3);
        Assert.All(callback.Attempts, attempt => Assert.True(now - attempt.At >= TimeSpan.FromMinutes(30)));
    });

    [Fact]
    public void A_weekday_line_calls_nobody_on_a_public_holiday_or_at_night() => AnyScene.Sample(scene =>
    {
        var verdict = CallbackGuard.MayDial(scene.Callback, new DialRequest(Owner, scene.Now, "reason"), Weekdays, LineIsUp);

        var seoul = SeoulTime.In(scene.Now);
        var year = Assert.IsType<HolidayYear.Known>(KoreanHolidays.Of(seoul.Year, ShippedHolidays.All));
        var closed = seoul.Hour is < 9 or >= 18
            || seoul.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
            || year.Holidays.Any(holiday => holiday.Date == SeoulTime.DateOf(seoul));
        Assert.True(!closed || verdict is DialVerdict.Refused);
    });

    [Fact]
    public void A_reason_changes_only_what_can_be_overridden() => AnyScene.Sample(scene =>
    {
        var plain = scene.Verdict() is DialVerdict.Refused refused ? refused.Reasons : [];
        var withReason = scene.Verdict("she waits for it");

        Assert.Equal(plain.All(refusal => refusal.CanBeOverridden()), withReason is DialVerdict.Allowed);
    });

    [Fact]
    public void The_callers_no_is_never_overridden() => Gen.Select(AnyScene, Gen.Int[0, 2]).Sample((scene, kind) =>
    {
        var no = kind switch
        {
            0 => scene.Callback with { DoNotContact = true },
            1 => scene.Callback with { State = new CallbackState.Cancelled() },
            _ => scene.Callback.After(new CallbackEvent.ForbidContact()),
        };

        Assert.IsType<DialVerdict.Refused>(CallbackGuard.MayDial(no, new DialRequest(Owner, scene.Now, "she waits for it"), OpeningHours.Always, LineIsUp));
    });

    [Fact]
    public void When_it_is_due_the_guard_allows_it_and_at_no_time_before() => Gen.Select(AnyScene, Gen.Double[0, 1]).Sample((scene, part) =>
    {
        if (CallbackDue.Next(scene.Callback, scene.Now, scene.Hours) is not CallbackDue.At(var due))
        {
            Assert.IsType<DialVerdict.Refused>(scene.Verdict());
            return;
        }

        Assert.True(due >= scene.Now);
        Assert.IsType<DialVerdict.Allowed>((scene with { Now = due }).Verdict());
        Assert.True(due == scene.Now || (scene with { Now = scene.Now + ((due - scene.Now) * part * 0.999) }).Verdict() is DialVerdict.Refused);
    });

    private static readonly Gen<CallbackEvent> AnyEvent = Gen.Frequency<CallbackEvent>(
        (5, Gen.Select(Gen.OneOf(Owner, Other), Gen.Int[1, 90], CallbackEvent (by, minutes) => new CallbackEvent.Claim(by, At("2026-11-24 10:00").AddMinutes(minutes)))),
        (5, Gen.OneOf(Owner, Other).Select(CallbackEvent (by) => new CallbackEvent.DialStarted(by))),
        (5, Gen.Select(Gen.Int[1, 4], Gen.Enum<AttemptResult>(), CallbackEvent (attempt, result) => new CallbackEvent.DialEnded(attempt, result))),
        (2, Gen.OneOf(Owner, Other).Select(CallbackEvent (by) => new CallbackEvent.Release(by))),
        (2, Gen.OneOf<CallbackEvent>(new CallbackEvent.LeaseChecked(), new CallbackEvent.TalkCutOff(), new CallbackEvent.Moved(Agreed.Window))),
        (1, Gen.OneOf<CallbackEvent>(new CallbackEvent.Cancel(), new CallbackEvent.Settle(), new CallbackEvent.ForbidContact())));

    [Fact]
    public void Whatever_the_order_of_events_nothing_is_taken_back() => AnyEvent.Array[0, 30].Sample(events =>
    {
        var callback = Agreed;
        foreach (var (happened, minute) in events.Select((happened, index) => (happened, index * 3)))
        {
            if (CallbackRules.After(callback, happened, At("2026-11-24 10:00").AddMinutes(minute)) is not CallbackChange.Changed(var after))
                continue;

            Assert.True(!callback.State.IsOver || after.State == callback.State);
            Assert.True(!callback.DoNotContact || after.DoNotContact);
            Assert.True(after.Attempts.Length >= callback.Attempts.Length);
            Assert.All(callback.Attempts.Zip(after.Attempts), pair => Assert.Equal(pair.First, pair.First.Result is null ? pair.Second with { Result = null } : pair.Second));
            Assert.True(after.State is not CallbackState.Dialling || callback.State is CallbackState.Claimed or CallbackState.Dialling);
            Assert.True(after.State is not CallbackState.Reached || after.Attempts.Any(attempt => attempt.Result == AttemptResult.Reached));
            Assert.True(after.Attempts.Count(attempt => attempt.Result is null) <= 1 || after.State.IsOver);
            callback = after;
        }
    }, iter: 2000);

    [Fact]
    public void At_most_one_counselor_owns_a_callback_whatever_the_interleaving() =>
        Gen.Select(Gen.OneOf(Owner, Other), Gen.Bool).Array[1, 20].Sample(tries =>
        {
            var (callback, owners) = (Agreed, new HashSet<Guid>());
            var now = At("2026-11-24 10:00");
            foreach (var (by, dials) in tries)
            {
                CallbackEvent happened = dials ? new CallbackEvent.DialStarted(by) : new CallbackEvent.Claim(by, now.AddMinutes(5));
                if (CallbackRules.After(callback, happened, now) is not CallbackChange.Changed(var after))
                    continue;
                owners.Add(by);
                callback = after;
            }

            Assert.True(owners.Count <= 1);
            Assert.True(callback.Attempts.Length <= 1);
        });

    private sealed record Scene(AgreedCallback Callback, DateTimeOffset Now, OpeningHours Hours)
    {
        public DialVerdict Verdict(string? reason = null) => CallbackGuard.MayDial(Callback, new DialRequest(Owner, Now, reason), Hours, LineIsUp);
    }
}
