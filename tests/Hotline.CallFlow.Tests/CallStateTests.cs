using System.Text.Json;
using Hotline.CallFlow.Tests.Steps;

namespace Hotline.CallFlow.Tests;

public sealed class CallStateTests
{
    [Fact]
    public void A_state_survives_being_written_down_between_two_turns()
    {
        var states = new[]
        {
            CallbackTests.Registered().Press("1", "1").Record().State,
            TestCall.Dial().Press("1", "1", "0").Waits(new(4, TimeSpan.FromMinutes(1), null)).State,
            TestCall.Dial().Press("3", "1", "1", "5", "2").State,
            TestCall.Dial(Line.Open with { CutOffBefore = true }).Press("2", "2", "2").Enter("11112222").State,
            TestCall.Dial().Knowing(Line.Reference, hasMessage: true).Press("2", "2", "2").Enter(Line.Reference).State,
        };

        Assert.All(states, state => Assert.Equal(state, JsonSerializer.Deserialize<CallState>(JsonSerializer.Serialize(state))));
    }
}
