namespace Hotline.CallFlow.Routing;

/// <summary>What the centre can set about routing. The defaults are those of the architecture and of DOMAIN §6.1.</summary>
public sealed record RoutingRules
{
    public static readonly RoutingRules Default = new();

    /// <summary>Counselors who are asked at the same time for a routine caller, and for any callback: nobody is on the line then.</summary>
    public int ParallelOffers { get; init; } = 1;

    /// <summary>Counselors who are asked at the same time for a live U0 or U1 caller.</summary>
    public int UrgentParallelOffers { get; init; } = 3;

    /// <summary>After so many refusals a routine caller lets the next one be offered for <see cref="RoundPause"/>, and is at the head again afterwards.</summary>
    public int OffersPerRound { get; init; } = 3;

    /// <summary>How long nobody is asked again for a caller whom all have refused.</summary>
    public TimeSpan RoundPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a routine caller waits for the preferred counselor to become free before anybody else is asked.</summary>
    public TimeSpan PreferredWait { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Urgent calls in a row after which a counselor rests (DOMAIN T21).</summary>
    public int UrgentInARow { get; init; } = 2;

    /// <summary>How long that rest is.</summary>
    public TimeSpan UrgentRest { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>What is wrong with these settings, one sentence each; empty when they can be used.</summary>
    public IReadOnlyList<string> Faults() =>
    [
        .. AtLeastOne(ParallelOffers, nameof(ParallelOffers)),
        .. AtLeastOne(UrgentParallelOffers, nameof(UrgentParallelOffers)),
        .. AtLeastOne(OffersPerRound, nameof(OffersPerRound)),
        .. AtLeastOne(UrgentInARow, nameof(UrgentInARow)),
        .. NotNegative(RoundPause, nameof(RoundPause)),
        .. NotNegative(PreferredWait, nameof(PreferredWait)),
        .. NotNegative(UrgentRest, nameof(UrgentRest)),
    ];

    internal int ParallelFor(Waiting waiting) =>
        waiting is { IsUrgent: true, Kind: WaitingKind.LiveCaller } ? UrgentParallelOffers : ParallelOffers;

    private static string[] AtLeastOne(int value, string name) =>
        value >= 1 ? [] : [$"{name} is {value}; it must be at least 1."];

    private static string[] NotNegative(TimeSpan value, string name) =>
        value >= TimeSpan.Zero ? [] : [$"{name} is {value:c}; it must not be negative."];
}
