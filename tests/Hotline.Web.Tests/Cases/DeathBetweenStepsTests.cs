using System.Runtime.Versioning;
using Hotline.Web.Tests.Harness;
using Xunit.Abstractions;

namespace Hotline.Web.Tests.Cases;

/// <summary>A process may die between any two steps of a call and of the work after it: one case, with its message, each time.</summary>
[SupportedOSPlatform("linux")]
public sealed class DeathBetweenStepsTests(ITestOutputHelper output)
{
    private static readonly byte[] Message = Sounds.Read("espeak-p02.wav");

    [Fact]
    public async Task Whichever_step_a_process_dies_at_one_call_is_one_case_with_its_message()
    {
        using var death = new SuddenDeath();
        await using var line = await LineUnderTest.StartAsync(death);
        line.World.Speech.Register(Message, "안녕하세요.");

        var step = 0;
        do
        {
            var before = line.World.Cases.Cases.Count;
            death.KillAt(++step);
            var call = await line.LeaveMessageAsync(Message, which: 1000 + step);
            await line.RunJobsAsync();
            var died = death.Happened;
            death.KillAt(int.MaxValue);
            await line.PassAsync(TimeSpan.FromMinutes(25), TimeSpan.FromMinutes(1));

            Assert.True(line.World.Cases.Cases.Count == before + 1, $"Step {step}: {line.World.Cases.Cases.Count - before} cases.\n{call.HeardText}\n{await line.WorkAsync()}");
            var statement = line.World.Cases.Cases[^1].Statements()[^1];
            Assert.True(statement.GetProperty("state").GetString() == "transcribed", $"Step {step}: {statement}\n{await line.WorkAsync()}");
            if (!died)
                break;
        }
        while (step < 400);

        output.WriteLine($"{step - 1} steps, each died at once.");
        Assert.InRange(step, 40, 399);
        Assert.Equal(0, await line.ScalarAsync<long>("select count(*) from follow_ups where done_at is null"));
        Assert.All(line.Network.Recordings.Values, recording => Assert.Empty(recording.Media));
    }
}
