using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Polly;

namespace Hotline.CaseBackend;

/// <summary>The case backend over HTTP. One pipeline bounds and repeats whole exchanges, the reading of the answer included.</summary>
internal sealed class HttpCaseBackend(
    HttpClient http, ResiliencePipeline<Answer> pipeline, TimeProvider time, ILogger<HttpCaseBackend> log) : ICaseBackend
{
    public async Task<CaseOutcome> OpenAsync(string idempotencyKey, ReadOnlyMemory<byte> document, CancellationToken cancellation)
    {
        var answer = await AskAsync("open case", () => Post("v1/cases", idempotencyKey, document), needsCase: true, cancellation);
        return answer switch
        {
            { IsTransient: true } => new CaseOutcome.Unreachable(answer.RetryAfter),
            { IsSuccess: true } when answer.ReadCase() is { } found => new CaseOutcome.Opened(found.CaseId, found.Reference, IsReplay: answer.Status is 200),
            { Status: 401 or 403 } => new CaseOutcome.Unauthorized(),
            _ => new CaseOutcome.Refused(answer.Status ?? 0, answer.Title()),
        };
    }

    public async Task<EntryOutcome> AppendAsync(string caseId, string idempotencyKey, ReadOnlyMemory<byte> document, CancellationToken cancellation)
    {
        var path = $"v1/cases/{Uri.EscapeDataString(caseId)}/entries";
        var answer = await AskAsync("append entry", () => Post(path, idempotencyKey, document), needsCase: false, cancellation);
        return answer switch
        {
            { IsTransient: true } => new EntryOutcome.Unreachable(answer.RetryAfter),
            { IsSuccess: true } => new EntryOutcome.Appended(IsReplay: answer.Status is 200),
            { Status: 401 or 403 } => new EntryOutcome.Unauthorized(),
            _ => new EntryOutcome.Refused(answer.Status ?? 0, answer.Title()),
        };
    }

    public Task<CaseLookup> GetAsync(string caseId, CancellationToken cancellation) =>
        FindAsync($"v1/cases/{Uri.EscapeDataString(caseId)}", cancellation);

    public Task<CaseLookup> FindByReferenceAsync(string reference, CancellationToken cancellation) =>
        CaseReference.IsValid(reference)
            ? FindAsync($"v1/case-references/{reference}", cancellation)
            : Task.FromResult<CaseLookup>(new CaseLookup.NotFound());

    private async Task<CaseLookup> FindAsync(string path, CancellationToken cancellation)
    {
        var answer = await AskAsync("find case", () => new(HttpMethod.Get, path), needsCase: true, cancellation);
        return answer switch
        {
            { IsTransient: true } => new CaseLookup.Unreachable(answer.RetryAfter),
            { IsSuccess: true } when answer.ReadCase() is { } found => found,
            { Status: 404 } => new CaseLookup.NotFound(),
            { Status: 401 or 403 } => new CaseLookup.Unauthorized(),
            _ => new CaseLookup.Refused(answer.Status ?? 0, answer.Title()),
        };
    }

    private async Task<Answer> AskAsync(string what, Func<HttpRequestMessage> request, bool needsCase, CancellationToken cancellation)
    {
        var answer = await AnswerOrNoneAsync(async token => (await SendAsync(request, token)).ExpectingCase(needsCase), cancellation);
        if (!answer.IsSuccess || answer.IsTransient)
            log.LogWarning("The case backend could not {What}: {Answer}", what, answer);
        return answer;
    }

    private async Task<Answer> AnswerOrNoneAsync(Func<CancellationToken, ValueTask<Answer>> exchange, CancellationToken cancellation)
    {
        try
        {
            return await pipeline.ExecuteAsync(exchange, cancellation);
        }
        catch (Exception failure) when (CaseBackendPipeline.IsTransient(failure) && !cancellation.IsCancellationRequested)
        {
            return Answer.None;
        }
    }

    private async Task<Answer> SendAsync(Func<HttpRequestMessage> request, CancellationToken cancellation)
    {
        using var message = request();
        using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[Answer.Limit];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return new((int)response.StatusCode, Wait(response.Headers.RetryAfter), buffer.AsMemory(0, length));
    }

    private TimeSpan? Wait(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? header?.Date - time.GetUtcNow();
        return wait is { } span && span < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static HttpRequestMessage Post(string path, string idempotencyKey, ReadOnlyMemory<byte> document) =>
        new(HttpMethod.Post, path)
        {
            Headers = { { "Idempotency-Key", idempotencyKey } },
            Content = new ReadOnlyMemoryContent(document) { Headers = { ContentType = new("application/json") } },
        };
}
