using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hotline.Web.Jobs;

/// <summary>A worker node is ready when it works.</summary>
public sealed class JobsRunningCheck(JobsAtStart jobs) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(jobs.IsDone ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The job servers do not run yet."));
}
