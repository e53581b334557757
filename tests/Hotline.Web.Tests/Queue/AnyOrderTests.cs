using System.Runtime.Versioning;
using Hotline.Sandbox.Faults;
using Hotline.Sandbox.Network;
using Hotline.Web.Tests.Harness;

namespace Hotline.Web.Tests.Queue;

/// <summary>Callers and counselors do anything in any order, the carrier's news comes late, twice or never, and its REST side fails. What must hold always holds.</summary>
[SupportedOSPlatform("linux")]
public sealed class AnyOrderTests
{
    private const int Counselors = 4;
    private const int Steps = 60;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Nobody_is_in_two_calls_nobody_wins_twice_and_everybody_is_released(int seed)
    {
#pragma warning disable CA5394 // A test that can be repeated needs numbers that can.
        var random = new Random(seed);
        await using var line = await LineUnderTest.StartAsync(("Routing:WrapUpSeconds", "5"));
        var phones = new List<SimulatedPhone>();
        for (var which = 1; which <= Counselors; which++)
            phones.Add(await line.CounselorAsync(which));
        var callers = new List<SimulatedCall>();

        for (var step = 0; step < Steps; step++)
        {
            await DoAsync(line, random, phones, callers);
            await line.RouteOnceAsync();
            await HoldsAsync(line, phones);
        }
#pragma warning restore CA5394

        await SettleAsync(line, phones);
        Assert.All(callers.Where(caller => !caller.IsOver), caller => Assert.True(caller.State is CallActivity.InConference or CallActivity.Listening or CallActivity.InQueue, caller.HeardText));
        await EndAsync(line, phones, callers);
    }

    private static async Task DoAsync(LineUnderTest line, Random random, List<SimulatedPhone> phones, List<SimulatedCall> callers)
    {
#pragma warning disable CA5394
        var phone = phones[random.Next(phones.Count)];
        var caller = callers.Count == 0 ? null : callers[random.Next(callers.Count)];
        switch (random.Next(12))
        {
            case 0 or 1 when callers.Count(each => !each.IsOver) < 5:
                callers.Add(await line.DialAsync(which: callers.Count));
                await callers[^1].PressAsync(random.Next(3) == 0 ? "10" : "0");
                break;
            case 2 or 3 or 4 when phone.Ringing is not null:
                await phone.AnswerAsync();
                break;
            case 5 or 6 when phone.Current is { State: CallActivity.Listening } leg:
                await leg.PressAsync(random.Next(4) == 0 ? "2" : "1");
                break;
            case 7 when phone.Current is { } leg:
                await leg.HangUpAsync();
                break;
            case 8 when caller is { IsOver: false } && random.Next(2) == 0:
                await caller.HangUpAsync();
                break;
            case 9:
                line.Faults.Next(FaultPoint.Callback, random.Next(3) switch { 0 => new Fault.Repeat(2), 1 => new Fault.HoldBack(), _ => new Fault.Drop() });
                break;
            case 10:
                line.Faults.Next(FaultPoint.Carrier, new Fault.Answer(400));
                break;
            default:
                line.Clock.Advance(TimeSpan.FromSeconds(random.Next(1, 5)));
                await line.Network.SettleAsync();
                break;
        }
#pragma warning restore CA5394
    }

    private static async Task HoldsAsync(LineUnderTest line, List<SimulatedPhone> phones)
    {
        Assert.All(phones, phone => Assert.True(phone.Calls.Count(call => !call.IsOver) <= 1));
        Assert.Equal(0, await line.ScalarAsync<long>("select count(*) from (select wait_id from talks where ended_at is null group by wait_id having count(*) > 1) twice"));
        Assert.Equal(0, await line.ScalarAsync<long>("select count(*) from (select counselor_id from talks where ended_at is null group by counselor_id having count(*) > 1) twice"));
    }

    /// <summary>The carrier works again: what was lost is found by asking.</summary>
    private static async Task SettleAsync(LineUnderTest line, List<SimulatedPhone> phones)
    {
        line.Faults.Clear();
        await line.Network.ReleaseHeldCallbacksAsync();
        phones.ForEach(phone => phone.WhenCalled = new WhenCalled.Answers("1"));
        await PassAsync(line);
    }

    private static async Task EndAsync(LineUnderTest line, List<SimulatedPhone> phones, List<SimulatedCall> callers)
    {
        foreach (var caller in callers.Where(caller => !caller.IsOver))
            await caller.HangUpAsync();
        await PassAsync(line);

        Assert.NotEqual(0, await line.ScalarAsync<long>("select count(*) from talks where connected_at is not null"));
        Assert.All(phones, phone => Assert.Null(phone.Current));
        Assert.Equal(0, await line.ScalarAsync<long>("select count(*) from waits where state <> 'over'"));
        Assert.Equal(0, await line.ScalarAsync<long>("select count(*) from offers where closed_at is null or stage in ('Offered', 'Ringing', 'Accepted')"));
        Assert.Equal(0, await line.ScalarAsync<long>("select count(*) from talks where ended_at is null"));
    }

    private static async Task PassAsync(LineUnderTest line)
    {
        for (var passed = 0; passed < 130; passed += 5)
        {
            line.Clock.Advance(TimeSpan.FromSeconds(5));
            await line.Network.SettleAsync();
            await line.RouteOnceAsync();
        }
    }
}
