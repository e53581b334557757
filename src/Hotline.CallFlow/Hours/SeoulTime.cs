namespace Hotline.CallFlow.Hours;

/// <summary>
/// Wall-clock time in Korea: UTC+9 all year, no daylight saving since 1988. A fixed offset, so that a machine without
/// time zone data answers the telephone at the same hours as any other.
/// </summary>
public static class SeoulTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    public static DateTimeOffset In(DateTimeOffset moment) => moment.ToOffset(Offset);

    public static DateOnly DateOf(DateTimeOffset moment) => DateOnly.FromDateTime(In(moment).DateTime);

    /// <summary>A time of a day, counted from its midnight; 24 hours is the following midnight.</summary>
    public static DateTimeOffset At(DateOnly date, TimeSpan time) => new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), Offset) + time;
}
