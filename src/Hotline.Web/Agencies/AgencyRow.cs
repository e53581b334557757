using Hotline.CallFlow.Hours;

namespace Hotline.Web.Agencies;

/// <summary>An agency as the table holds it (DOMAIN §2), for those who keep it; callers get the flow's own <see cref="CallFlow.Agency"/>.</summary>
public sealed record AgencyRow
{
    /// <summary>After this many days a number has to be verified again.</summary>
    public const int VerifiedForDays = 90;

    public required string Key { get; init; }

    public required string NameKo { get; init; }

    public required string NameEn { get; init; }

    /// <summary>How a voice says the Korean name; null: as it is written.</summary>
    public string? SpokenNameKo { get; init; }

    /// <summary>The number as people know it.</summary>
    public required string Digits { get; init; }

    /// <summary>The number as it is read out; null: the digits.</summary>
    public string? AnnounceDigits { get; init; }

    /// <summary>E.164 or sip:; null: the trunk's prefix and the digits (<see cref="AgenciesOptions"/>).</summary>
    public string? DialString { get; init; }

    public required TransferMode TransferMode { get; init; }

    public required HoursProfile HoursProfile { get; init; }

    public required string[] Languages { get; init; }

    /// <summary>시·도; empty: the whole country.</summary>
    public required string[] Regions { get; init; }

    public DateOnly? VerifiedOn { get; init; }

    public string? VerifiedBy { get; init; }

    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? ValidTo { get; init; }

    public bool IsValidOn(DateOnly day) => (ValidFrom is not { } from || from <= day) && (ValidTo is not { } to || day <= to);

    /// <summary>Nobody verified the number within <see cref="VerifiedForDays"/> days.</summary>
    public bool NeedsVerification(DateOnly today) => VerifiedOn is not { } day || today.DayNumber - day.DayNumber > VerifiedForDays;
}

/// <summary>How a caller may be handed to an agency.</summary>
public enum TransferMode
{
    /// <summary>Never, and not offered: 112 and 119 need the caller's own line.</summary>
    None,

    /// <summary>The line connects and leaves.</summary>
    Cold,

    /// <summary>A counselor may introduce the caller; without one it is as cold.</summary>
    Warm,

    /// <summary>The number is read out and the caller dials it.</summary>
    PointOnly,
}
