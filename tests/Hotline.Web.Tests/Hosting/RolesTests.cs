using System.Net;
using System.Runtime.Versioning;
using Hotline.Web.Tests.Harness;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Web.Tests.Hosting;

/// <summary>A node does what its roles name and nothing else.</summary>
[SupportedOSPlatform("linux")]
public sealed class RolesTests
{
    [Fact]
    public async Task A_worker_node_answers_for_its_health_only()
    {
        await using var line = await LineUnderTest.StartWithJobsAsync(jobs => jobs, ("Hotline:Roles", "worker"));
        using var http = new HttpClient();

        var isReady = await line.BecomesAsync(async () =>
        {
            using var ready = await http.GetAsync(new Uri(line.Address, "/health/ready"));
            return ready.StatusCode is HttpStatusCode.OK;
        });
        using var voice = await http.PostAsync(new Uri(line.Address, "/voice/incoming"), new StringContent(""));
        using var console = await http.GetAsync(new Uri(line.Address, "/sign-in"));
        var routes = line.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Select(e => e.RoutePattern.RawText);

        Assert.True(isReady, string.Join('\n', line.Log.Errors));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (voice.StatusCode, console.StatusCode));
        Assert.Equal(["/health/live", "/health/ready", "{**path}"], routes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_web_node_runs_no_job_server()
    {
        await using var line = await LineUnderTest.StartWithJobsAsync(jobs => jobs, ("Hotline:Roles", "web"));
        await line.BecomesAsync(async () => await line.ScalarAsync<bool>("select to_regclass('hangfire.server') is not null"));

        var call = await line.DialAsync();
        await call.PressAsync(Caller.ToCallback);
        await call.HangUpAsync();
        var isHandedOver = await line.BecomesAsync(async () => await line.ScalarAsync<long>("select count(*) from hangfire.job") > 0);

        Assert.True(isHandedOver);
        Assert.Equal(0, await line.ScalarAsync<long>("select count(*) from hangfire.server"));
        Assert.Empty(line.World.Cases.Cases);
    }
}
