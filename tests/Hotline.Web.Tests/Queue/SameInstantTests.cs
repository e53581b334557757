using System.Globalization;
using System.Runtime.Versioning;
using Hotline.Sandbox.Network;
using Hotline.Web.Tests.Harness;

namespace Hotline.Web.Tests.Queue;

/// <summary>Twenty people press 1 at the same instant. <c>HOTLINE_RACE_ROUNDS</c> sets how often.</summary>
[SupportedOSPlatform("linux")]
public sealed class SameInstantTests
{
    private const int Phones = 20;

    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("HOTLINE_RACE_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) ? rounds : 200;

    [Fact]
    public async Task Of_twenty_who_press_1_at_the_same_instant_exactly_one_wins_each_time()
    {
        await using var line = await LineUnderTest.StartAsync(("Routing:UrgentParallelOffers", "20"), ("Routing:WrapUpSeconds", "0"));
        var phones = new List<SimulatedPhone>();
        for (var which = 1; which <= Phones; which++)
            phones.Add(await line.CounselorAsync(which, new WhenCalled.Answers()));

        for (var round = 0; round < Rounds; round++)
        {
            // Counselors rest after urgent calls in a row; each round finds them rested.
            line.Clock.Advance(TimeSpan.FromMinutes(11));
            var caller = await line.DialAsync(which: round);
            await caller.PressAsync("1" + Floor.ToLine);
            await line.RouteOnceAsync();
            var legs = phones.ConvertAll(phone => phone.Current!);
            Assert.All(legs, leg => Assert.Equal(CallActivity.Listening, leg.State));

            Parallel.ForEach(legs, leg => leg.Press("1"));
            await line.Network.SettleAsync();
            await line.RouteOnceAsync();

            var winner = Assert.Single(legs, leg => !leg.IsOver);
            Assert.Equal((CallActivity.InConference, CallActivity.InConference), (winner.State, caller.State));
            Assert.Equal(1, await line.ScalarAsync<long>("select count(*) from offers where closed_at is null"));
            Assert.Equal(Phones - 1, legs.Count(leg => leg.HeardText.Contains("다른 상담원이 먼저 받았습니다", StringComparison.Ordinal)));
            await caller.HangUpAsync();
            await line.RouteOnceAsync();
        }

        Assert.Equal(Rounds, await line.ScalarAsync<long>("select count(*) from talks"));
        Assert.Empty(line.Log.Errors);
    }
}
