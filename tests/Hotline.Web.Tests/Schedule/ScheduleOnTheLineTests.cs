using System.Runtime.Versioning;
using Hotline.CallFlow.Hours;
using Hotline.Web.Schedule;
using Hotline.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Web.Tests.Schedule;

/// <summary>What staff change in the schedule is what the next caller hears.</summary>
[SupportedOSPlatform("linux")]
public sealed class ScheduleOnTheLineTests
{
    [Fact]
    public async Task An_emergency_closure_is_heard_by_the_next_caller()
    {
        await using var line = await LineUnderTest.StartAsync();
        var before = await line.DialAsync();

        await line.Services.GetRequiredService<ScheduleStore>().AddOverrideAsync(
            new HoursOverride.EmergencyClosure(LineUnderTest.TuesdayMorning, LineUnderTest.TuesdayMorning.AddHours(1)), "정전", "김팀장", CancellationToken.None);
        var after = await line.DialAsync(which: 1235);

        Assert.DoesNotContain("센터 사정으로", before.HeardText, StringComparison.Ordinal);
        Assert.Contains("센터 사정으로", after.HeardText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_surge_switch_shortens_the_menu_of_the_next_caller()
    {
        await using var line = await LineUnderTest.StartAsync();

        await line.Services.GetRequiredService<ScheduleStore>().SetSurgeAsync(isOn: true, "김팀장", CancellationToken.None);
        var call = await line.DialAsync();

        Assert.Contains("지금 전화가 많아", call.HeardText, StringComparison.Ordinal);
    }
}
