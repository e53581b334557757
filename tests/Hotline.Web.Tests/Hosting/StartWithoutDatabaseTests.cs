using System.Diagnostics;
using System.Net;
using System.Runtime.Versioning;
using Hotline.Web.Postgres;
using Hotline.Web.Tests.Harness;
using Npgsql;

namespace Hotline.Web.Tests.Hosting;

/// <summary>A node whose database server does not run starts all the same, and takes up its work when the server is there.</summary>
[SupportedOSPlatform("linux")]
public sealed class StartWithoutDatabaseTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("hotline-absent-").FullName;
    private PrivateCluster cluster = null!;

    public async Task InitializeAsync()
    {
        File.SetUnixFileMode(folder, (UnixFileMode)Convert.ToInt32("711", 8));
        await StartDatabaseAsync();
        await PostgresTemplate.SharedAsync();
    }

    public async Task DisposeAsync()
    {
        await cluster.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("web", 0)]
    [InlineData("web,worker", 5)]
    public async Task A_node_starts_answers_callers_and_takes_up_its_work_when_the_database_is_there(string roles, int recurringJobs)
    {
        await cluster.DisposeAsync();

        var began = Stopwatch.GetTimestamp();
        await using var line = await LineUnderTest.StartWithJobsAsync(jobs => jobs, ("ConnectionStrings:Hotline", cluster.ConnectionString), ("Hotline:Roles", roles));
        var took = Stopwatch.GetElapsedTime(began);
        var without = (await StatusAsync(line, "/health/live"), await StatusAsync(line, "/health/ready"));
        var call = await line.DialAsync();
        await StartDatabaseAsync();
        await line.DatabaseIsBackAsync();
        var isReady = await line.BecomesAsync(async () => await StatusAsync(line, "/health/ready") is HttpStatusCode.OK && await RecurringJobsAsync() >= recurringJobs);
        var after = await line.DialAsync(which: 5678);

        Assert.True(took < TimeSpan.FromSeconds(15), $"The start took {took}.");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), without);
        Assert.Contains("일삼육육", call.HeardText, StringComparison.Ordinal);
        Assert.True(isReady, string.Join('\n', line.Log.Errors));
        Assert.Contains("상담원은 언제든 영 번입니다", after.HeardText, StringComparison.Ordinal);
        Assert.Equal(recurringJobs > 0, await RecurringJobsAsync() > 0);
    }

    private static async Task<HttpStatusCode> StatusAsync(LineUnderTest line, string path)
    {
        using var http = new HttpClient();
        using var response = await http.GetAsync(new Uri(line.Address, path));
        return response.StatusCode;
    }

    private async Task<long> RecurringJobsAsync()
    {
        await using var database = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Pooling = false }.ConnectionString);
        await database.OpenAsync();
        await using var exists = new NpgsqlCommand("select to_regclass('hangfire.set') is not null", database);
        if (!(bool)(await exists.ExecuteScalarAsync())!)
            return -1;
        await using var count = new NpgsqlCommand("select count(*) from hangfire.set where key = 'recurring-jobs'", database);
        return (long)(await count.ExecuteScalarAsync())!;
    }

    private async Task StartDatabaseAsync() =>
        cluster = await PrivateCluster.StartAsync(Path.Combine(folder, "pg"), ["fsync=off"], TimeProvider.System, CancellationToken.None);
}
