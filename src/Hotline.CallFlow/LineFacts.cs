using Hotline.CallFlow.Hours;

namespace Hotline.CallFlow;

/// <summary>What the flow must know of the world at this moment. The shell gathers it before each turn; nothing in it is about other callers.</summary>
public sealed record LineFacts
{
    /// <summary>Now, in Asia/Seoul.</summary>
    public required DateTimeOffset Now { get; init; }

    public required OpeningHours Hours { get; init; }

    /// <summary>Someone could take a call: on duty, whether free or talking.</summary>
    public required bool CounselorsOnDuty { get; init; }

    /// <summary>An unused eight-digit reference for a callback, the last digit a check digit.</summary>
    public required string FreshReference { get; init; }

    public required IReadOnlyDictionary<string, Agency> Agencies { get; init; }

    /// <summary>Supervisors switch it on when many people call at once.</summary>
    public bool Surge { get; init; }

    /// <summary>Greet without the centre's name, for a number that others may see or hear.</summary>
    public bool DiscreetGreeting { get; init; }

    /// <summary>
    /// A call from this number was cut off less than ten minutes ago while the caller talked or waited. Only the first turn of a call looks at it. It
    /// decides the place in line and nothing that is heard: the telephone may be in other hands now (DOMAIN T11, T12).
    /// </summary>
    public bool CutOffBefore { get; init; }

    /// <summary>Read numbers back as their last four digits only.</summary>
    public bool ReadBackLastFour { get; init; }

    public int RetentionDays { get; init; } = 30;

    public TimeSpan MaxMessage { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Only while the caller waits.</summary>
    public QueueFacts? Queue { get; init; }

    internal bool IsOpen => Hours.IsOpenAt(Now);

    internal bool CanReachCounselor => IsOpen && CounselorsOnDuty;
}

/// <summary>A waiting caller's place.</summary>
/// <param name="Ahead">Callers who are served earlier.</param>
/// <param name="Estimate">Null when too few calls were answered lately to be trusted.</param>
/// <param name="LimitReached">The caller has waited as long as anybody may without another way being offered.</param>
public sealed record QueueFacts(int Ahead, TimeSpan Waited, TimeSpan? Estimate, bool LimitReached = false);

/// <summary>An outside agency that callers are pointed or transferred to (DOMAIN §2). All of it is data.</summary>
/// <param name="Digits">The number as people know it: 1366, 1577-1366.</param>
/// <param name="DialString">What our trunk dials; null when the agency can only be pointed to.</param>
public sealed record Agency(string Key, string NameKo, string NameEn, string Digits, string? DialString, OpeningHours Hours)
{
    /// <summary>Emergency numbers are dialled by the caller alone: through our trunk the call would lose its location and identity (DOMAIN §2).</summary>
    public bool CanTransferAt(DateTimeOffset moment) => DialString is not null && Digits is not ("112" or "119") && Hours.IsOpenAt(moment);
}
