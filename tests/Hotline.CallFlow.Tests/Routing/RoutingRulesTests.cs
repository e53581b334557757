using Hotline.CallFlow.Routing;

namespace Hotline.CallFlow.Tests.Routing;

public sealed class RoutingRulesTests
{
    [Fact]
    public void The_defaults_have_no_faults()
    {
        Assert.Empty(RoutingRules.Default.Faults());
    }

    [Fact]
    public void Every_fault_is_named_at_once()
    {
        var rules = new RoutingRules { ParallelOffers = 0, UrgentInARow = -1, RoundPause = TimeSpan.FromSeconds(-1) };

        Assert.Equal(
            ["ParallelOffers is 0; it must be at least 1.", "UrgentInARow is -1; it must be at least 1.", "RoundPause is -00:00:01; it must not be negative."],
            rules.Faults());
    }
}
