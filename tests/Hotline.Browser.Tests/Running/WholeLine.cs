using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Playwright;

namespace Hotline.Browser.Tests.Running;

/// <summary>
/// The real service and the sandbox as <c>./run</c> starts them: two processes, real jobs, a private database of their own in a temporary
/// folder. And a browser. One for the whole test run.
/// </summary>
public sealed class WholeLine : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("hotline-browser-").FullName;
    private readonly Uri consoleAddress = FreeAddress();
    private readonly Uri phoneAddress = FreeAddress();
    private RunningProgram? sandbox;
    private RunningProgram? hotline;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public Uri ConsoleAddress => consoleAddress;

    public Uri PhoneAddress => phoneAddress;

    public string Output => $"{hotline?.Output}\n{sandbox?.Output}";

    public async Task InitializeAsync()
    {
        // The database server's own account must be able to pass through.
        File.SetUnixFileMode(folder, (UnixFileMode)Convert.ToInt32("711", 8));
        var settings = Settings();
        sandbox = RunningProgram.Start(Places.SandboxProgram, folder, settings);
        hotline = RunningProgram.Start(Places.HotlineProgram, folder, settings);
        WatchOver(hotline.Id, sandbox.Id);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(Chromium());
        await ReadyAsync(new Uri(PhoneAddress, "/sandbox/"), sandbox);
        await ReadyAsync(new Uri(ConsoleAddress, "/health/ready"), hotline);
    }

    public async Task DisposeAsync()
    {
        await (browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        playwright?.Dispose();
        await (hotline?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (sandbox?.DisposeAsync() ?? ValueTask.CompletedTask);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A browser window that knows nothing of the others.</summary>
    public async Task<IPage> OpenAsync(Uri address, int width = 1280, int height = 800, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await browser!.NewContextAsync(new()
        {
            Locale = "ko-KR",
            ColorScheme = scheme,
            ViewportSize = new() { Width = width, Height = height },
            Permissions = ["microphone"],
        });
        context.SetDefaultTimeout(30_000);
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync(scriptPath: Path.Combine(AppContext.BaseDirectory, "Pages", "listen.js"));
        await page.GotoAsync(address.AbsoluteUri);
        return page;
    }

    /// <summary>Makes a person known with the service's own command.</summary>
    /// <returns>Their one-time password.</returns>
    public async Task<string> AddStaffAsync(string email, string role)
    {
        await using var command = RunningProgram.Start(Places.HotlineProgram, folder, Settings(),
            "staff", "add", "--email", email, "--name", "김상담", "--role", role, "--json");
        var answer = (await command.FinishAsync()).Split('\n').Last(line => line.StartsWith('{'));
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.GetProperty("oneTimePassword").GetString()!;
    }

    private Dictionary<string, string> Settings()
    {
        var (console, phone) = (ConsoleAddress.AbsoluteUri.TrimEnd('/'), PhoneAddress.AbsoluteUri.TrimEnd('/'));
        return new(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = console,
            ["HOTLINE_SANDBOX_PORT"] = PhoneAddress.Port.ToString(CultureInfo.InvariantCulture),
            ["Hotline__PublicBaseUrl"] = console,
            ["Hotline__Roles"] = "web,worker",
            ["Hotline__OutboundNumbers__0"] = "+8227358994",
            ["OpeningHours__Profile"] = "Always",
            ["Staff__RequireOwnPassword"] = "true",
            ["Staff__RequireSecondFactor"] = "true",
            ["Twilio__AccountSid"] = "AC00000000000000000000000000000001",
            ["Twilio__AuthTokens__0"] = "made-up-auth-token-0123456789abcdef",
            ["Twilio__ApiBaseUrl"] = phone,
            ["CaseBackend__BaseUrl"] = phone + "/cases",
            ["CaseBackend__ApiKey"] = "made-up-case-key",
            ["Transcription__Mode"] = "SelfHosted",
            ["Transcription__SelfHosted__BaseUrl"] = phone + "/speech",
            ["Transcription__SelfHosted__ApiKey"] = "made-up-speech-key",
            ["Transcription__SelfHosted__Model"] = "sandbox",
            ["Sandbox__HotlineBaseUrl"] = console,
            ["Sandbox__PublicBaseUrl"] = console,
            ["Sandbox__AccountSid"] = "AC00000000000000000000000000000001",
            ["Sandbox__AuthToken"] = "made-up-auth-token-0123456789abcdef",
            ["Sandbox__CaseApiKey"] = "made-up-case-key",
            ["Sandbox__SpeechKey"] = "made-up-speech-key",
        };
    }

    /// <summary>The microphone hears a shipped voice, over and over.</summary>
    private static BrowserTypeLaunchOptions Chromium() => new()
    {
        ExecutablePath = "/usr/bin/chromium",
        Args =
        [
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream",
            "--use-file-for-fake-audio-capture=" + Path.Combine(Path.GetDirectoryName(Places.SandboxProgram)!, "Samples", "p03.wav"),
        ],
    };

    private async Task ReadyAsync(Uri address, RunningProgram program)
    {
        using var client = new HttpClient();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await AnswersAsync(client, address))
        {
            Assert.False(program.HasEnded || patience.IsCancellationRequested, $"{address} is not ready.\n{Output}");
            await Task.Delay(100);
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient client, Uri address)
    {
        try
        {
            using var response = await client.GetAsync(address);
            return response.StatusCode is HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>The runner may kill this process at any time, too early for any clean-up inside it.</summary>
    private void WatchOver(params int[] programs)
    {
        const string script = """
            test=$1 folder=$2; shift 2
            while kill -0 "$test" 2>/dev/null; do sleep 1; done
            [ -d "$folder" ] || exit 0
            kill -TERM "$@"
            for one in "$@"; do while kill -0 "$one" 2>/dev/null; do sleep 0.2; done; done
            rm -rf "$folder"
            """;
        var numbers = programs.Prepend(Environment.ProcessId).Select(id => id.ToString(CultureInfo.InvariantCulture)).ToList();
        // Its own session and no inherited pipes, or the runner would wait for it.
        Process.Start("/bin/sh", ["-c", "setsid /bin/sh -c \"$0\" watch \"$@\" </dev/null >/dev/null 2>&1 &", script, numbers[0], folder, .. numbers.Skip(1)])!.Dispose();
    }

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));
    }
}

[CollectionDefinition(Name)]
public sealed class WholeLineTests : ICollectionFixture<WholeLine>
{
    public const string Name = "The whole line";
}
