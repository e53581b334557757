using Hotline.CallFlow.Speech;

namespace Hotline.CallFlow.Hours;

/// <summary>Open or closed at a moment, and what comes next. All times in Asia/Seoul.</summary>
/// <param name="IsOpen">Whether callers are connected to counselors.</param>
/// <param name="Reason">What decided it.</param>
/// <param name="HolidayName">Set when <paramref name="Reason"/> is <see cref="HoursReason.PublicHoliday"/>.</param>
/// <param name="NextOpen">When closed: the next opening; null when there is none within <see cref="OpeningHours.Horizon"/>, so no time may be promised. When open: null.</param>
/// <param name="ClosesAt">When open: the end of this opening; null when it does not end within the horizon. When closed: null.</param>
public sealed record HoursState(bool IsOpen, HoursReason Reason, Spoken.Words? HolidayName, DateTimeOffset? NextOpen, DateTimeOffset? ClosesAt);

/// <summary>Why the line is open or closed.</summary>
public enum HoursReason
{
    WeeklyHours,
    SpecialOpen,
    OutsideHours,
    PublicHoliday,
    EmergencyClosure,

    /// <summary>The holidays of this year are not known, so the line is closed rather than open by accident. An administrator must be alarmed.</summary>
    CalendarUnknown,
}
