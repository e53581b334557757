using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Hotline.Conformance;

/// <summary>A request as the mock saw it; <see cref="Problems"/> is what Twilio's OpenAPI document does not allow.</summary>
public sealed record MockRequest(string Method, string Path, string[][] Query, string[][] Form, string? ContentType, string? OperationId, JsonElement[] Problems, int Status);

/// <summary>An answer that the mock gives to the next matching requests.</summary>
public sealed record MockFault
{
    public int Status { get; init; }

    public Dictionary<string, string>? Headers { get; init; }

    public object? Body { get; init; }

    public int Times { get; init; } = 1;

    /// <summary>Closes the connection without an answer.</summary>
    public bool Drop { get; init; }
}

/// <summary>A mock of api.twilio.com on loopback that refuses what Twilio's OpenAPI document does not allow.</summary>
public sealed class TwilioMock : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    private readonly Process process;

    private readonly HttpClient http;

    private TwilioMock(Process process, Uri address)
    {
        this.process = process;
        http = new HttpClient { BaseAddress = address };
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<TwilioMock> StartAsync()
    {
        if (!File.Exists(ConformanceKit.PathOf("rest-check", "spec", "patched.json")))
            throw new InvalidOperationException("Twilio's OpenAPI document is not there: run ./test once, which does `npm ci && npm run spec` in tests/twilio-conformance.");
        var server = ConformanceKit.Start("rest-check/serve.mjs", ["--port", "0"]);
        for (string? line; (line = await server.StandardOutput.ReadLineAsync()) is not null;)
        {
            if (line.StartsWith("ready ", StringComparison.Ordinal)) return new TwilioMock(server, new Uri(line["ready ".Length..]));
        }
        throw new InvalidOperationException("The mock of Twilio's REST interface did not start; its message stands in the output of the tests.");
    }

    public async Task<IReadOnlyList<MockRequest>> RequestsAsync() => (await http.GetFromJsonAsync<MockRequest[]>("/__mock/requests", Json))!;

    public async Task ForgetRequestsAsync() => (await http.DeleteAsync("/__mock/requests")).EnsureSuccessStatusCode();

    public async Task NextAsync(MockFault fault) => (await http.PostAsJsonAsync("/__mock/next", fault, Json)).EnsureSuccessStatusCode();

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        // A signal lets the mock end the server behind it, which a kill would leave running.
        using (var signal = Process.Start("kill", ["-TERM", $"{process.Id}"])) await signal.WaitForExitAsync();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
