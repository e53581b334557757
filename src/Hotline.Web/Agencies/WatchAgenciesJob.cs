using Hotline.CallFlow.Hours;

namespace Hotline.Web.Agencies;

/// <summary>Once a day: names the agencies whose number nobody verified for long. A caller in danger must not be sent to a dead number.</summary>
public sealed class WatchAgenciesJob(AgencyStore agencies, TimeProvider time, ILogger<WatchAgenciesJob> log)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        var today = SeoulTime.DateOf(time.GetUtcNow());
        var due = (await agencies.ListAsync(cancellation))
            .Where(row => row.IsValidOn(today) && row.NeedsVerification(today))
            .Select(row => row.Key)
            .ToList();
        if (due.Count > 0)
        {
            log.LogWarning(
                "The numbers of {Count} agencies were not verified within {Days} days: {Keys}. Call each, then record it with agencies verify.",
                due.Count,
                AgencyRow.VerifiedForDays,
                string.Join(", ", due));
        }
    }
}
