using System.Runtime.Versioning;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Hotline.Web.FollowUps;
using Hotline.Web.Jobs;
using Hotline.Web.Tests.Harness;
using NSubstitute;

namespace Hotline.Web.Tests.Jobs;

/// <summary>From call to case by the service's own job servers; the test only waits.</summary>
[SupportedOSPlatform("linux")]
public sealed class JobServerTests
{
    private static readonly byte[] Message = Sounds.Read("espeak-p02.wav");

    [Fact]
    public async Task A_call_becomes_a_case_and_its_message_is_transcribed_in_a_lane_of_its_own()
    {
        await using var line = await LineUnderTest.StartWithJobsAsync(jobs => jobs);
        line.World.Speech.Register(Message, "연락해 주세요.");

        await line.LeaveMessageAsync(Message);
        var isTold = await line.BecomesAsync(() => Task.FromResult(line.World.Cases.Cases is [var only] && only.Statements()[^1].GetProperty("state").GetString() is "transcribed"));

        Assert.True(isTold, await line.WorkAsync());
        Assert.Single(line.World.Cases.Cases);
        Assert.Equal(["default OpenCase", "speech TranscribeMessage"], await LanesAsync(line, FollowUpKind.OpenCase, FollowUpKind.TranscribeMessage));
    }

    [Fact]
    public async Task Work_whose_drain_died_after_claiming_it_is_done_when_the_claim_has_lapsed()
    {
        var dying = new DyingDrains();
        await using var line = await LineUnderTest.StartWithJobsAsync(jobs => dying.On(jobs));

        var call = await line.DialAsync();
        await call.PressAsync(Caller.ToCallback);
        await call.HangUpAsync();
        var isOpened = await line.BecomesAsync(() => Task.FromResult(line.World.Cases.Cases.Count > 0), pace: 25);

        Assert.True(isOpened, await line.WorkAsync());
        Assert.Single(line.World.Cases.Cases);
        Assert.True(dying.Deaths > 0);
        Assert.True(await line.ScalarAsync<int>("select min(attempts) from follow_ups where kind = 'OpenCase'") > 1);
    }

    [Fact]
    public async Task Work_that_falls_due_while_nothing_happens_is_noticed_within_seconds()
    {
        var jobs = Substitute.For<IBackgroundJobClient>();
        await using var line = await LineUnderTest.StartWithJobsAsync(_ => jobs);
        var call = await line.DialAsync();
        await call.PressAsync(Caller.ToCallback);
        await line.BecomesAsync(() => Task.FromResult(jobs.ReceivedCalls().Any()));
        var due = await line.ScalarAsync<DateTime>("select min(due_at) from follow_ups");
        var wait = new DateTimeOffset(due) - line.Clock.GetUtcNow();
        line.Clock.Advance(wait - TimeSpan.FromSeconds(10));
        jobs.ClearReceivedCalls();

        line.Clock.Advance(TimeSpan.FromSeconds(10) + FollowUpTicker.Tick);
        var isNoticed = await line.BecomesAsync(() => Task.FromResult(jobs.ReceivedCalls().Any()), pace: 0);

        Assert.True(wait > TimeSpan.FromMinutes(1));
        Assert.True(isNoticed);
    }

    private static async Task<string[]> LanesAsync(LineUnderTest line, params FollowUpKind[] kinds) => await line.ScalarAsync<string[]>(
        """
        select array_agg(distinct lane order by lane) from (
            select s.data::jsonb->>'Queue' || ' ' || f.kind as lane
            from hangfire.job j
            join hangfire.state s on s.jobid = j.id and s.name = 'Enqueued'
            join follow_ups f on j.arguments::text like '%' || f.id::text || '%'
            where f.kind = any(@kinds)) lanes
        """,
        new { kinds = kinds.Select(kind => kind.ToString()).ToArray() });

    /// <summary>Every drain dies where it hands over the first attempt of some work: after the claim, before anybody else knows.</summary>
    private sealed class DyingDrains
    {
        private IBackgroundJobClient real = null!;
        private int deaths;

        public int Deaths => deaths;

        public IBackgroundJobClient On(IBackgroundJobClient jobs)
        {
            real = jobs;
            return new Client(this);
        }

        private sealed class Client(DyingDrains drains) : IBackgroundJobClient
        {
            public string Create(Job job, IState state)
            {
                if (job.Type == typeof(FollowUpJob) && job.Args[2] is 1)
                {
                    Interlocked.Increment(ref drains.deaths);
                    throw new InvalidOperationException("This process died.");
                }

                return drains.real.Create(job, state);
            }

            public bool ChangeState(string jobId, IState state, string expectedState) => drains.real.ChangeState(jobId, state, expectedState);
        }
    }
}
