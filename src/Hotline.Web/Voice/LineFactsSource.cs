using Hotline.CallFlow;
using Hotline.CallFlow.Hours;
using Hotline.Web.Agencies;
using Hotline.Web.Calls;
using Hotline.Web.Hosting;
using Hotline.Web.Queue;
using Hotline.Web.Schedule;
using Hotline.Web.Staff;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Hotline.Web.Voice;

/// <summary>Gathers what the flow must know of the world for one turn.</summary>
public sealed class LineFactsSource(
    ScheduleStore schedule, AgencyStore agencies, DutyBoard duty, CallStore calls, CallersInLine line, IIdSource ids, IOptions<HotlineOptions> options, TimeProvider time)
{
    /// <summary>A caller who was cut off while waiting or talking goes to the head of the queue for this long (DOMAIN T12).</summary>
    public static readonly TimeSpan CutOffMemory = TimeSpan.FromMinutes(10);

    /// <summary>After this wait the caller is offered another way instead of waiting on.</summary>
    public static readonly TimeSpan WaitLimit = TimeSpan.FromMinutes(20);

    /// <summary>What is the same for every caller. Read before the turn's transaction, which must not wait for a second connection.</summary>
    public async Task<World> WorldAsync(CancellationToken cancellation) => new(
        await schedule.CurrentAsync(cancellation), await agencies.AllAsync(cancellation), await duty.AnyoneAsync(cancellation), time.GetUtcNow());

    /// <summary>What a caller finds of whom nothing is known.</summary>
    public LineFacts FactsOf(World world)
    {
        var hotline = options.Value;
        return new LineFacts
        {
            Now = SeoulTime.In(world.Now),
            Hours = world.Schedule.Hours,
            Surge = world.Schedule.Surge,
            CounselorsOnDuty = world.CounselorsOnDuty,
            FreshReference = ids.NewReference(),
            Agencies = world.Agencies,
            DiscreetGreeting = hotline.DiscreetGreeting,
            ReadBackLastFour = string.Equals(hotline.ReadBack, "Last4", StringComparison.Ordinal),
            RetentionDays = hotline.RetentionDays,
            MaxMessage = hotline.MaxMessage,
        };
    }

    public async Task<LineFacts> GatherAsync(World world, NpgsqlConnection connection, NpgsqlTransaction transaction, Call? call, byte[]? callerHash) =>
        FactsOf(world) with
        {
            CutOffBefore = call is null && callerHash is not null
                && await calls.WasCutOffAsync(connection, transaction, callerHash, world.Now - CutOffMemory),
            Queue = call is { QueuedAt: { } queuedAt, State.InQueue: true }
                ? await line.PlaceAsync(connection, transaction, call.Id, world.Now - queuedAt, WaitLimit, world.Now)
                : null,
        };
}

/// <summary>The world at one moment, as every caller finds it.</summary>
public sealed record World(LineSchedule Schedule, IReadOnlyDictionary<string, Agency> Agencies, bool CounselorsOnDuty, DateTimeOffset Now);
