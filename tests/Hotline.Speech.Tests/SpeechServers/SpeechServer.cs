using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hotline.Speech.Tests;

/// <summary>
/// A speech service on a loopback socket. It keeps every request as it came in, holds each to the contract of its path, and
/// answers from a script, or with the words it was given when the script is empty.
/// </summary>
internal sealed class SpeechServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Reply> script = new();
    private readonly ConcurrentQueue<SpeechCall> calls = new();
    private readonly SemaphoreSlim arrivals = new(0);

    private SpeechServer(WebApplication app) => this.app = app;

    public const string Key = "test-key";

    public Uri Address { get; private set; } = null!;

    public IReadOnlyList<SpeechCall> Calls => [.. calls];

    /// <summary>What an unscripted, well-formed question is answered with.</summary>
    public string Words { get; set; } = "상담을 받고 싶어요.";

    public static async Task<SpeechServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new SpeechServer(builder.Build());
        server.app.Run(server.AnswerAsync);
        await server.app.StartAsync();
        server.Address = new Uri(server.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

        return server;
    }

    public SpeechServer Then(params Reply[] replies)
    {
        foreach (var reply in replies)
        {
            script.Enqueue(reply);
        }

        return this;
    }

    /// <summary>Completes when one more request has arrived in full.</summary>
    public Task ArrivalAsync() => arrivals.WaitAsync(TimeSpan.FromSeconds(30));

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        arrivals.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var call = await SpeechCall.ReadAsync(context.Request);
        calls.Enqueue(call);
        arrivals.Release();

        var reply = script.TryDequeue(out var scripted) ? scripted : ContractReply(call);
        await reply.WriteAsync(context);
    }

    private Reply ContractReply(SpeechCall call) => call.Path switch
    {
        AzureContract.Path => AzureContract.Check(call) ?? AzureContract.Transcript(Words),
        OpenAiContract.Path => OpenAiContract.Check(call) ?? OpenAiContract.Transcript(Words),
        _ => Reply.Json(404, """{"code":"NotFound","message":"no such operation"}"""),
    };
}
