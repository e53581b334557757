using System.Runtime.Versioning;
using Hotline.CallFlow.Hours;
using Hotline.Web.Schedule;
using Hotline.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hotline.Web.Tests.Schedule;

[SupportedOSPlatform("linux")]
public sealed class HolidayAlarmTests
{
    private static readonly DateOnly LastKnown = ShippedHolidays.KnownThrough;

    [Theory]
    [InlineData(61, null)]
    [InlineData(60, "are known through 2027-12-31 only, 60 days from now")]
    [InlineData(0, "are known through 2027-12-31 only, 0 days from now")]
    [InlineData(-1, "the line may be open on a holiday")]
    public async Task The_alarm_begins_sixty_days_before_the_dated_holidays_end_and_the_service_stays_ready(int daysLeft, string? words)
    {
        await using var line = await LineUnderTest.StartAsync();
        line.Clock.SetUtcNow(SeoulTime.At(LastKnown.AddDays(-daysLeft), TimeSpan.FromHours(12)));

        var health = await HealthAsync(line);
        await line.Services.GetRequiredService<WatchHolidaysJob>().RunAsync(CancellationToken.None);

        Assert.Equal((200, words is null ? "Healthy" : "Degraded"), health);
        var warned = Warnings(line);
        if (words is null)
            Assert.Empty(warned);
        else
            Assert.Contains(words, Assert.Single(warned), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirming_later_days_ends_the_alarm()
    {
        await using var line = await LineUnderTest.StartAsync();
        line.Clock.SetUtcNow(SeoulTime.At(LastKnown, TimeSpan.FromHours(12)));

        await line.Services.GetRequiredService<ScheduleStore>().ConfirmHolidaysAsync(LastKnown.AddYears(1), "김팀장", CancellationToken.None);
        await line.Services.GetRequiredService<WatchHolidaysJob>().RunAsync(CancellationToken.None);

        Assert.Empty(Warnings(line));
        Assert.Equal((200, "Healthy"), await HealthAsync(line));
    }

    private static List<string> Warnings(LineUnderTest line) =>
        [.. line.Log.Lines.Where(entry => entry.Level == LogLevel.Warning && string.Equals(entry.Category, typeof(WatchHolidaysJob).FullName, StringComparison.Ordinal)).Select(entry => entry.Text)];

    private static async Task<(int Status, string Text)> HealthAsync(LineUnderTest line)
    {
        using var client = new HttpClient { BaseAddress = line.Address };
        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
