using System.Diagnostics;
using System.Runtime.Versioning;
using Dapper;
using Hangfire;
using Hotline.Sandbox;
using Hotline.Sandbox.Faults;
using Hotline.Sandbox.Network;
using Hotline.Web.FollowUps;
using Hotline.Web.Hosting;
using Hotline.Web.Postgres;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace Hotline.Web.Tests.Harness;

/// <summary>
/// The whole service on a database of its own, with a simulated world around it and a clock that stands still. Jobs run when the test says so.
/// </summary>
[SupportedOSPlatform("linux")]
public sealed class LineUnderTest : IAsyncDisposable
{
    public const string PublicBaseUrl = "https://line.example.kr";
    public const string AuthToken = "made-up-auth-token-0123456789abcdef";

    /// <summary>A Tuesday, ten in the morning in Seoul.</summary>
    public static readonly DateTimeOffset TuesdayMorning = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);

    private readonly WebApplication host;
    private readonly List<WebApplication> nodes = [];
    private readonly Func<WebApplication> anotherNode;
    private readonly SandboxSettings network;
    private SuddenDeath? death;

    private LineUnderTest(PostgresDatabase database, SandboxServer sandbox, (SandboxSettings Settings, WebApplication First, Func<WebApplication> Another) nodes, FakeTimeProvider clock)
    {
        Database = database;
        World = sandbox;
        (network, host, anotherNode) = nodes;
        Clock = clock;
    }

    public FakeTimeProvider Clock { get; }

    public PostgresDatabase Database { get; }

    public TelephoneNetwork Network => World.Network;

    public FaultPlan Faults => World.Faults;

    public SandboxServer World { get; }

    public IServiceProvider Services => host.Services;

    public Uri Address => new(host.Urls.First());

    public ListLogger Log => host.Services.GetRequiredService<ListLogger>();

    /// <param name="settings">Over those of a line that is always open, transcribes with Azure, and has nobody on duty. <c>{speech}</c> stands for the speech server's address.</param>
    public static Task<LineUnderTest> StartAsync(params (string Key, string Value)[] settings) => StartAsync(null, settings);

    public static Task<LineUnderTest> StartAsync(SuddenDeath? death, params (string Key, string Value)[] settings) => StartAsync(death, jobs: null, settings);

    /// <summary>With real job servers, which work by themselves: see <see cref="BecomesAsync"/>.</summary>
    /// <param name="jobs">Given the real way into the job store, gives the one that the service takes.</param>
    public static Task<LineUnderTest> StartWithJobsAsync(Func<IBackgroundJobClient, IBackgroundJobClient> jobs, params (string Key, string Value)[] settings) =>
        StartAsync(null, jobs, [("Hotline:Roles", "web,worker"), .. settings]);

    private static async Task<LineUnderTest> StartAsync(SuddenDeath? death, Func<IBackgroundJobClient, IBackgroundJobClient>? jobs, (string Key, string Value)[] settings)
    {
        var database = await (await PostgresTemplate.SharedAsync()).CreateDatabaseAsync();
        return await StartAsync(database, new FakeTimeProvider(TuesdayMorning), (death, jobs), settings);
    }

    private static async Task<LineUnderTest> StartAsync(
        PostgresDatabase database, FakeTimeProvider clock, (SuddenDeath? Death, Func<IBackgroundJobClient, IBackgroundJobClient>? Jobs) work, (string Key, string Value)[] settings)
    {
        var world = new SandboxSettings
        {
            PublicBaseUrl = new(PublicBaseUrl),
            AuthToken = AuthToken,
            Pace = NetworkPace.Stepwise,
            Seed = 7,
        };
        var sandbox = await SandboxServer.StartAsync(world, clock);
        // Nodes share their key ring, or one could not open what another sealed.
        (string, string)[] shared = [("DataProtection:KeyRingPath", Directory.CreateTempSubdirectory("hotline-keys-").FullName), .. settings];
        WebApplication Build() => BuildHost(database, clock, sandbox.BaseUrl, world, work, shared);
        var service = Build();
        await service.StartAsync();
        world.HotlineBaseUrl = new Uri(service.Urls.First());
        return new LineUnderTest(database, sandbox, (world, service, Build), clock) { death = work.Death };
    }

    private static WebApplication BuildHost(
        PostgresDatabase database,
        FakeTimeProvider clock,
        Uri worldUrl,
        SandboxSettings world,
        (SuddenDeath? Death, Func<IBackgroundJobClient, IBackgroundJobClient>? Jobs) work,
        (string Key, string Value)[] settings)
    {
        (string Key, string Value)[] defaults =
        [
            ("environment", "Development"),
            ("urls", "http://127.0.0.1:0"),
            ("ConnectionStrings:Hotline", database.ConnectionString),
            ("Hotline:PublicBaseUrl", PublicBaseUrl),
            ("Hotline:Roles", "web"),
            ("Twilio:AccountSid", world.AccountSid),
            ("Twilio:AuthTokens:0", AuthToken),
            ("Twilio:ApiBaseUrl", worldUrl.AbsoluteUri),
            ("CaseBackend:BaseUrl", new Uri(worldUrl, SandboxPaths.Cases).AbsoluteUri),
            ("CaseBackend:ApiKey", world.CaseApiKey),
            ("Transcription:Mode", "Azure"),
            ("Transcription:Azure:Endpoint", new Uri(worldUrl, SandboxPaths.Speech).AbsoluteUri),
            ("Transcription:Azure:Key", world.SpeechKey),
            ("Transcription:Http:Retries", "0"),
            ("OpeningHours:Profile", "Always"),
        ];
        var builder = HotlineHost.CreateBuilder([.. defaults.Concat(settings).GroupBy(s => s.Key, StringComparer.OrdinalIgnoreCase).Select(g => $"--{g.Key}={g.Last().Value.Replace("{speech}", new Uri(worldUrl, SandboxPaths.Speech).AbsoluteUri, StringComparison.Ordinal)}")]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<ListLogger>();
        builder.Services.AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<ListLogger>());
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        var real = builder.Services.Last(service => service.ServiceType == typeof(IBackgroundJobClient)).ImplementationFactory!;
        builder.Services.Replace(ServiceDescriptor.Singleton(provider =>
            work.Jobs is { } jobs ? jobs((IBackgroundJobClient)real(provider)) : Substitute.For<IBackgroundJobClient>()));
        if (work.Death is not null)
            builder.Services.AddSingleton<IStartupFilter>(work.Death);
        return HotlineHost.Build(builder);
    }

    /// <summary>One more node on the same database, in the same world; it ends with the line. The carrier asks the first one until told otherwise.</summary>
    public async Task<WebApplication> StartNodeAsync()
    {
        var node = anotherNode();
        nodes.Add(node);
        await node.StartAsync();
        return node;
    }

    /// <summary>From now on the carrier reaches this node.</summary>
    public void LetAnswer(WebApplication node) => network.HotlineBaseUrl = new Uri(node.Urls.First());

    /// <summary>The first node is gone, without having finished anything.</summary>
    public Task LoseFirstNodeAsync() => LetTimePassUntilAsync(host.DisposeAsync().AsTask());

    public Task<SimulatedCall> DialAsync(Sandbox.Network.CallerKind kind = Sandbox.Network.CallerKind.Mobile, int which = 1234) =>
        Network.Phone(kind, which).DialAsync();

    /// <summary>Does all follow-ups that are due now, and those that they ask for at once.</summary>
    public async Task RunJobsAsync()
    {
        var followUps = Services.GetRequiredService<FollowUpStore>();
        IReadOnlyList<Web.FollowUps.FollowUp> due;
        while ((due = await followUps.ClaimDueAsync(50, CancellationToken.None)).Count > 0)
        {
            foreach (var work in due)
                await LetTimePassUntilAsync(AttemptAsync(work));
        }
    }

    private Task AttemptAsync(Web.FollowUps.FollowUp work)
    {
        Task Attempt() => Services.GetRequiredService<FollowUpRunner>().RunAsync(work.Id, work.Attempt, CancellationToken.None);
        return death is null ? Attempt() : SuddenDeath.RunAsync(Attempt);
    }

    // A client that retries waits on the service's clock, which stands still: it moves on while something waits for it.
    private async Task LetTimePassUntilAsync(Task work)
    {
        while (await Task.WhenAny(work, Task.Delay(TimeSpan.FromMilliseconds(250))) != work)
            Clock.Advance(TimeSpan.FromMilliseconds(500));
        await work;
    }

    /// <summary>Lets time pass in steps, doing what falls due on the way.</summary>
    public async Task PassAsync(TimeSpan time, TimeSpan? step = null)
    {
        var stride = step ?? TimeSpan.FromSeconds(10);
        for (var passed = TimeSpan.Zero; passed < time; passed += stride)
        {
            Clock.Advance(stride);
            await RunJobsAsync();
        }
    }

    /// <summary>Waits for what threads of the service do by themselves; its clock goes on meanwhile, <paramref name="pace"/> times as fast as ours.</summary>
    /// <returns>Whether it came to be, within a minute of ours.</returns>
    public async Task<bool> BecomesAsync(Func<Task<bool>> isSo, int pace = 5)
    {
        var step = TimeSpan.FromMilliseconds(20);
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(1);)
        {
            if (await isSo())
                return true;
            await Task.Delay(step);
            Clock.Advance(step * pace);
        }

        return false;
    }

    public async Task ExecuteAsync(string sql, object? parameters = null)
    {
        await using var connection = await Database.Source.OpenConnectionAsync();
        await connection.ExecuteAsync(sql, parameters);
    }

    public async Task<T> ScalarAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = await Database.Source.OpenConnectionAsync();
        return (await connection.ExecuteScalarAsync<T>(sql, parameters))!;
    }

    /// <summary>Waits until the service has noticed that its database answers again.</summary>
    public async Task DatabaseIsBackAsync()
    {
        var watch = Services.GetRequiredService<DatabaseWatch>();
        for (var tries = 0; watch.IsDown && tries < 500; tries++)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }

    /// <summary>Where every piece of work stands, for the message of a failing test.</summary>
    public async Task<string> WorkAsync()
    {
        await using var connection = await Database.Source.OpenConnectionAsync();
        var rows = await connection.QueryAsync<string>("select concat_ws(' ', kind, subject, 'attempts', attempts, 'due', due_at, 'done', done_at, 'gave up', gave_up_at, last_error) from follow_ups order by id");
        return string.Join('\n', rows) + '\n' + string.Join('\n', Log.Errors);
    }

    public async ValueTask DisposeAsync()
    {
        // Its clients wait, by its own clock, for requests that are still under way.
        foreach (var node in nodes.Append(host))
            await LetTimePassUntilAsync(node.DisposeAsync().AsTask());
        await World.DisposeAsync();
        await Database.DisposeAsync();
    }
}
