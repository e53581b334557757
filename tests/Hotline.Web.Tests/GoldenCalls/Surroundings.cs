using System.Runtime.Versioning;
using Hotline.Sandbox.Network;
using Hotline.Web.Agencies;
using Hotline.Web.Queue;
using Hotline.Web.Schedule;
using Hotline.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Web.Tests.GoldenCalls;

/// <summary>What a golden call finds around it: the clock, who is on duty, the agencies, and other callers.</summary>
[SupportedOSPlatform("linux")]
public sealed class Surroundings(LineUnderTest line)
{
    /// <summary>The first of the other callers; the next ones count up.</summary>
    private const int FirstOther = 2001;

    /// <summary>Longer than anything about the line is remembered without being looked up again.</summary>
    private static readonly TimeSpan Noticed = TimeSpan.FromSeconds(4);

    private readonly List<SimulatedCall> others = [];

    public Task ChangeAsync(Instruction change) => change switch
    {
        Instruction.SetClock clock => MoveClockAsync(clock),
        Instruction.Duty duty => SetDutyAsync(duty.Somebody),
        Instruction.Surge surge => line.Services.GetRequiredService<ScheduleStore>().SetSurgeAsync(surge.On, "김팀장", CancellationToken.None),
        Instruction.Agency agency => SetAgencyAsync(agency),
        Instruction.OthersWait more => LetOthersWaitAsync(more.Count),
        Instruction.AnotherHangsUp => others.Find(other => !other.IsOver)?.HangUpAsync() ?? throw new TranscriptException(change.Line, "기다리는 다른 사람이 없습니다."),
        _ => throw new InvalidOperationException($"Lines of kind {change.GetType().Name} change nothing around a call."),
    };

    /// <summary>Time passes once nobody waits for an answer any more, neither callers nor the service: a leap would be a time-out to them.</summary>
    public async Task MoveOnAsync(TimeSpan time)
    {
        await QuietAsync();
        line.Clock.Advance(time);
        await QuietAsync();
    }

    private async Task QuietAsync()
    {
        await line.Network.SettleAsync();
        var asking = line.Services.GetRequiredService<Dispatcher>().SettleAsync();
        // What is repeated after a while waits on the clock.
        while (await Task.WhenAny(asking, Task.Delay(TimeSpan.FromMilliseconds(250))) != asking)
            line.Clock.Advance(TimeSpan.FromMilliseconds(500));
        await asking;
        await line.Network.SettleAsync();
    }

    private Task MoveClockAsync(Instruction.SetClock clock)
    {
        if (clock.To < line.Clock.GetUtcNow())
            throw new TranscriptException(clock.Line, "시계는 앞으로만 갑니다; 2026-11-24 10:00에서 시작합니다.");
        return MoveOnAsync(clock.To - line.Clock.GetUtcNow());
    }

    private async Task SetDutyAsync(bool somebody)
    {
        if (somebody && await line.ScalarAsync<long>("select count(*) from staff") is 0)
            await line.SomebodyOnDutyAsync();
        await line.ExecuteAsync("update staff set status = @status", new { status = somebody ? "available" : "offline" });
        await MoveOnAsync(Noticed);
    }

    private async Task SetAgencyAsync(Instruction.Agency set)
    {
        var agencies = await line.Services.GetRequiredService<AgencyStore>().AllAsync(CancellationToken.None);
        var agency = agencies.Values.FirstOrDefault(known => string.Equals(known.Digits, set.Digits, StringComparison.Ordinal));
        if (agency?.DialString is null)
            throw new TranscriptException(set.Line, $"연결할 수 있는 기관 가운데 {set.Digits}은(는) 없습니다.");
        var phone = line.Network.Phone(agency.DialString);
        if (set.Does is "끊음")
        {
            await (phone.Current ?? throw new TranscriptException(set.Line, $"{set.Digits}은(는) 통화 중이 아닙니다.")).HangUpAsync();
            return;
        }

        phone.WhenCalled = set.Does switch
        {
            "받음" => new WhenCalled.Answers(),
            "통화중" => new WhenCalled.IsBusy(),
            "안받음" => new WhenCalled.NeverAnswers(),
            _ => new WhenCalled.IsUnreachable(),
        };
    }

    private async Task LetOthersWaitAsync(int count)
    {
        for (; count > 0; count--)
        {
            var other = await line.DialAsync(which: FirstOther + others.Count);
            await other.PressAsync("0");
            others.Add(other);
            // Nobody came at the same moment as somebody else.
            line.Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }
}
