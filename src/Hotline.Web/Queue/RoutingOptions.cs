using System.ComponentModel.DataAnnotations;
using Hotline.CallFlow.Routing;

namespace Hotline.Web.Queue;

/// <summary>Section <c>Routing</c>: how counselors are asked.</summary>
public sealed class RoutingOptions
{
    /// <summary>Counselors asked at the same time for a routine caller.</summary>
    [Range(1, 50, ErrorMessage = "Routing:ParallelOffers must be between 1 and 50.")]
    public int ParallelOffers { get; set; } = 1;

    /// <summary>Counselors asked at the same time for an urgent caller.</summary>
    [Range(1, 50, ErrorMessage = "Routing:UrgentParallelOffers must be between 1 and 50.")]
    public int UrgentParallelOffers { get; set; } = 3;

    /// <summary>Seconds that a counselor's telephone rings, and then again seconds to press 1.</summary>
    [Range(5, 60, ErrorMessage = "Routing:AnswerSeconds must be between 5 and 60.")]
    public int AnswerSeconds { get; set; } = 12;

    /// <summary>Seconds after a call in which a counselor is not asked.</summary>
    [Range(0, 3600, ErrorMessage = "Routing:WrapUpSeconds must be between 0 and 3600.")]
    public int WrapUpSeconds { get; set; } = 60;

    internal TimeSpan Answer => TimeSpan.FromSeconds(AnswerSeconds);

    internal RoutingRules Rules => new() { ParallelOffers = ParallelOffers, UrgentParallelOffers = UrgentParallelOffers };
}
