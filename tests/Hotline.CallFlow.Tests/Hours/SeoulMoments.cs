using System.Globalization;

namespace Hotline.CallFlow.Tests.Hours;

internal static class SeoulMoments
{
    /// <param name="wallClock">2026-09-23T18:00:00, as a clock in Seoul shows it.</param>
    public static DateTimeOffset At(string wallClock) =>
        new(DateTime.ParseExact(wallClock, "s", CultureInfo.InvariantCulture), TimeSpan.FromHours(9));
}
