namespace Hotline.Web.Hosting;

/// <summary>The machine's clock moved by an offset, for rehearsals of other days and hours. Timers keep their length.</summary>
public sealed class ShiftedClock(TimeProvider inner, TimeSpan offset) : TimeProvider
{
    private long offsetTicks = offset.Ticks;

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref offsetTicks));

    /// <summary>From now on it is <paramref name="now"/>.</summary>
    public void Set(DateTimeOffset now) => Interlocked.Exchange(ref offsetTicks, (now - inner.GetUtcNow()).Ticks);

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        inner.CreateTimer(callback, state, dueTime, period);
}
