using System.Net;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Hotline.CaseBackend;
using Hotline.Speech;
using Hotline.Twilio.Rest;
using Hotline.Web.Hosting;
using Hotline.Web.Tests.Harness;
using Hotline.Web.Voice;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hotline.Web.Tests;

/// <summary>The house rules that no compiler keeps.</summary>
[SupportedOSPlatform("linux")]
public sealed partial class ConventionTests
{
    /// <summary>Which slice owns which tables. A slice that needs another's data asks its store.</summary>
    private static readonly Dictionary<string, string[]> Owners = new(StringComparer.Ordinal)
    {
        ["Sealing"] = ["call_keys", "number_keys"],
        ["Calls"] = ["calls", "call_turns", "call_events", "consents"],
        ["Callbacks"] = ["callbacks"],
        ["Recordings"] = ["recordings", "recording_audio"],
        ["Cases"] = ["cases", "case_entries"],
        ["FollowUps"] = ["follow_ups"],
        ["Agencies"] = ["agencies"],
        ["Schedule"] = ["weekly_schedules", "hours_overrides", "dated_holidays", "holiday_confirmations", "surge_switches"],
        ["Staff"] = ["staff"],
        ["Queue"] = ["waits", "offers", "talks"],
    };

    /// <summary>Reading across slices that has a reason.</summary>
    private static readonly HashSet<(string Slice, string Table)> Allowed =
    [
        // One query locks a call, its key and its earlier answer: the call path has no time for two.
        ("Calls", "call_keys"),
        // The console's lists join what they show; they only read.
        ("Console", "calls"), ("Console", "callbacks"), ("Console", "cases"), ("Console", "recordings"), ("Console", "follow_ups"),
    ];

    [Fact]
    public void No_slice_reaches_into_another_slices_tables()
    {
        var source = Path.Combine(Repository.Root, "src", "Hotline.Web");
        var owner = Owners.SelectMany(o => o.Value.Select(table => (table, o.Key))).ToDictionary(o => o.table, o => o.Key, StringComparer.Ordinal);

        var trespasses =
            from file in Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            let slice = Path.GetRelativePath(source, file).Split(Path.DirectorySeparatorChar)[0]
            where slice is not ("bin" or "obj" or "Postgres")
            from Match match in TableUse().Matches(WithoutComments(file))
            let table = match.Groups["table"].Value
            where owner.TryGetValue(table, out var owns) && owns != slice && !Allowed.Contains((slice, table))
            select $"{slice}/{Path.GetFileName(file)} uses {table}, which is {owner[table]}'s.";

        Assert.Empty(trespasses.Distinct());
    }

    [Fact]
    public async Task Every_voice_route_refuses_a_request_that_is_not_signed()
    {
        await using var line = await LineUnderTest.StartAsync();
        using var http = new HttpClient();
        var routes = Routes(line).Where(route => route.StartsWith(SignedByCarrier.Prefix, StringComparison.Ordinal)).ToList();

        Assert.True(routes.Count >= 10, string.Join(' ', routes));
        foreach (var route in routes)
        {
            using var response = await http.PostAsync(new Uri(line.Address, Parameter().Replace(route, "1")), new StringContent(""));
            Assert.Equal((route, HttpStatusCode.Forbidden), (route, response.StatusCode));
        }
    }

    [Fact]
    public async Task Nothing_but_what_is_listed_answers_without_a_sign_in()
    {
        await using var line = await LineUnderTest.StartAsync();
        string[] open = ["/voice", "/health", "/media", "/sign-in", "/denied", "/not-found", "/_framework", "/_content", DevelopmentClock.Path];

        var closed = line.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => !open.Any(o => route.StartsWith(o, StringComparison.Ordinal)) && !Path.HasExtension(route));

        Assert.Empty(closed);
    }

    [Fact]
    public void The_example_settings_bind_and_are_valid()
    {
        var settings = new ConfigurationBuilder().AddJsonFile(Path.Combine(Repository.Root, "appsettings.example.json")).Build();
        var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging();
        services.AddTwilio(settings).AddSpeech(settings).AddCaseBackend(settings);
        services.AddOptions<HotlineOptions>().Bind(settings.GetSection("Hotline"));
        using var provider = services.BuildServiceProvider();

        Assert.NotNull(provider.GetRequiredService<IOptions<TwilioOptions>>().Value);
        Assert.NotNull(provider.GetRequiredService<IOptions<TranscriptionOptions>>().Value);
        Assert.NotNull(provider.GetRequiredService<IOptions<CaseBackendOptions>>().Value);
        Assert.Equal("+8227358994", provider.GetRequiredService<IOptions<HotlineOptions>>().Value.Number);
    }

    private static string WithoutComments(string file) =>
        string.Join('\n', File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    private static IEnumerable<string> Routes(LineUnderTest line) =>
        line.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Select(e => e.RoutePattern.RawText!).Distinct();

    [GeneratedRegex(@"\b(?:from|join|into|update)\s+(?<table>[a-z_]+)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TableUse();

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();
}
