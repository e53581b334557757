using System.Runtime.Versioning;
using Hotline.Sandbox.Network;
using Hotline.Web.Queue;
using Hotline.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Web.Tests.Queue;

/// <summary>Two hosts on one database share the work, and either may die at any moment.</summary>
[SupportedOSPlatform("linux")]
public sealed class ManyNodesTests
{
    [Fact]
    public async Task Two_nodes_that_look_at_once_ring_everybody_once()
    {
        await using var line = await LineUnderTest.StartAsync();
        var second = await line.StartNodeAsync();
        var phones = new List<SimulatedPhone>();
        for (var which = 1; which <= 6; which++)
            phones.Add(await line.CounselorAsync(which));
        var callers = new List<SimulatedCall>();
        for (var which = 1; which <= 6; which++)
        {
            callers.Add(await line.DialAsync(which: which));
            await callers[^1].PressAsync(Floor.ToLine);
        }

        Dispatcher[] nodes = [line.Services.GetRequiredService<Dispatcher>(), second.Services.GetRequiredService<Dispatcher>()];
        await Task.WhenAll(Enumerable.Range(0, 20).Select(look => nodes[look % 2].LookAsync(CancellationToken.None)));
        await Task.WhenAll(nodes.Select(node => node.SettleAsync()));
        await line.Network.SettleAsync();

        Assert.All(phones, phone => Assert.Single(phone.Calls));
        Assert.Equal(6, await line.ScalarAsync<long>("select count(distinct wait_id) from offers"));
    }

    [Fact]
    public async Task A_node_that_dies_while_it_rings_leaves_the_ringing_to_the_other()
    {
        await using var line = await LineUnderTest.StartAsync();
        var phone = await line.CounselorAsync(1);
        var caller = await line.WaitingCallerAsync();
        var second = await line.StartNodeAsync();

        line.LetAnswer(second);
        await line.LoseFirstNodeAsync();
        var leg = await phone.AnswerAsync();
        await leg.PressAsync("1");
        await line.RouteAsync(second.Services);

        Assert.Equal((CallActivity.InConference, CallActivity.InConference), (leg.State, caller.State));
    }

    [Fact]
    public async Task A_node_that_dies_between_writing_an_offer_down_and_ringing_costs_one_lease()
    {
        await using var line = await LineUnderTest.StartAsync();
        var first = await line.CounselorAsync(1, new WhenCalled.Answers("1"));
        var caller = await line.DialAsync();
        await line.ExecuteAsync("update staff set status = 'break'");
        await caller.PressAsync(Floor.ToLine);
        await line.ExecuteAsync(
            """
            update staff set status = 'available';
            insert into offers (id, wait_id, counselor_id, stage, offered_at, expires_at)
            select gen_random_uuid(), w.id, s.id, 'Offered', @now, @until from waits w, staff s
            """,
            new { now = line.Clock.GetUtcNow(), until = line.Clock.GetUtcNow().AddSeconds(12) });

        await line.LetPassAsync(11);
        Assert.Empty(first.Calls);
        await line.LetPassAsync(30);

        Assert.Single(first.Calls);
        Assert.Equal(CallActivity.InConference, caller.State);
    }

    [Fact]
    public async Task A_node_that_dies_right_after_the_accepting_still_brings_the_caller()
    {
        await using var line = await LineUnderTest.StartAsync();
        var phone = await line.CounselorAsync(1);
        var caller = await line.WaitingCallerAsync();
        var second = await line.StartNodeAsync();
        line.LetAnswer(second);
        await line.LoseFirstNodeAsync();

        var leg = await phone.AnswerAsync();
        await leg.PressAsync("1");
        // The node that claimed the leading of the caller is gone before it asked.
        await line.ExecuteAsync("update talks set caller_asked_at = @now where caller_joined_at is null", new { now = line.Clock.GetUtcNow() });
        await line.LetPassAsync(6, second.Services);

        Assert.Equal((CallActivity.InConference, CallActivity.InConference), (leg.State, caller.State));
    }
}
