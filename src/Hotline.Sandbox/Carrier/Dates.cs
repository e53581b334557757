using System.Globalization;

namespace Hotline.Sandbox.Carrier;

/// <summary>Filters by date: the operator stands in the parameter's name, as in <c>StartTime&gt;=2026-01-06</c>.</summary>
internal static class Dates
{
    public static bool Within(IQueryCollection query, string name, DateTimeOffset time) =>
        (Read(query, name) is not { } day || time.UtcDateTime.Date == day.UtcDateTime.Date)
        && (Read(query, name + "<") is not { } before || time <= before)
        && (Read(query, name + ">") is not { } after || time >= after);

    private static DateTimeOffset? Read(IQueryCollection query, string name) =>
        DateTimeOffset.TryParse(query[name], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}
