using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using Hotline.Sandbox.Faults;
using Hotline.Twilio.Twiml;
using Hotline.Twilio.Webhooks;

namespace Hotline.Sandbox.Network.Webhooks;

/// <summary>
/// Asks the hotline as the carrier does: signed over the public address, with an idempotency token that retries share, within
/// 15 seconds in all (Twilio contract §2, §3). Nobody but the hotline is ever asked.
/// </summary>
internal sealed class WebhookSender(SandboxSettings settings, HttpMessageInvoker transport, TimeProvider time, FaultPlan faults, SidSource sids)
{
    private const int MostRedirects = 10;
    private const int BodyLimit = 64 * 1024;

    public ConcurrentQueue<SentWebhook> Sent { get; } = new();

    /// <param name="point">Null when the fault plan was asked before.</param>
    public async Task<WebhookAnswer> SendAsync(FaultPoint? point, string url, CallbackMethod method, IReadOnlyList<(string Name, string Value)> parameters)
    {
        var (address, policy) = DeliveryPolicy.Parse(url);
        if (!address.StartsWith(settings.SignedBase + "/", StringComparison.Ordinal))
            return new WebhookAnswer.Failed(11210, address);
        using var total = new CancellationTokenSource(policy.Total, time);
        var request = new Request(point, address, method, parameters, sids.Next(""));
        for (var attempt = 0; ; attempt++)
        {
            var (answer, failure) = await AttemptAsync(request, policy, total.Token);
            if (failure is null || attempt >= policy.Retries || total.IsCancellationRequested || !policy.RetriesAfter(failure))
                return answer;
        }
    }

    private async Task<(WebhookAnswer Answer, string? Failure)> AttemptAsync(Request request, DeliveryPolicy policy, CancellationToken total)
    {
        var fault = request.Point is { } point ? faults.Take(point, $"{request.Verb} {request.Url}") : null;
        if (fault is Fault.Delay delay)
            await Task.Delay(delay.By, time, CancellationToken.None);
        if (fault is Fault.Drop)
            return Note(request, null, new WebhookAnswer.Failed(11205, request.Url), "ct");
        if (fault is Fault.Answer made)
            return Judge(request, new(request.Url, made.Status, "text/plain", ""));
        var (answer, failure) = await ExchangeAsync(request, policy, total);
        return fault switch
        {
            Fault.LoseAnswer => (new WebhookAnswer.Failed(11205, request.Url), "rt"),
            Fault.Truncate when answer is WebhookAnswer.Answered whole => (whole with { Body = whole.Body[..(whole.Body.Length / 2)] }, null),
            _ => (answer, failure),
        };
    }

    private async Task<(WebhookAnswer Answer, string? Failure)> ExchangeAsync(Request request, DeliveryPolicy policy, CancellationToken total)
    {
        using var read = new CancellationTokenSource(policy.Read, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(read.Token, total);
        try
        {
            return Judge(request, await FollowAsync(request, limit.Token));
        }
        catch (OperationCanceledException)
        {
            return Note(request, null, new WebhookAnswer.Failed(11205, request.Url), "rt");
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            return Note(request, null, new WebhookAnswer.Failed(11205, request.Url), "ct");
        }
    }

    private async Task<WebhookAnswer.Answered> FollowAsync(Request first, CancellationToken limit)
    {
        var request = first;
        for (var redirects = 0; ; redirects++)
        {
            using var message = Message(request);
            using var response = await transport.SendAsync(message, limit);
            var body = await BodyAsync(response, limit);
            if ((int)response.StatusCode is not (>= 300 and < 400) || response.Headers.Location is not { } location || redirects >= MostRedirects)
                return new(request.Url, (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, body);
            request = request with { Url = new Uri(new Uri(request.Url), location).AbsoluteUri, Method = CallbackMethod.Get, Parameters = [] };
        }
    }

    private HttpRequestMessage Message(Request request)
    {
        var form = WebhookForm.Of(request.Parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value)));
        var signed = request.Method is CallbackMethod.Get ? SignedRequest.Get(WithQuery(request.Url, form)) : SignedRequest.Post(request.Url, form);
        // The signature covers the address byte by byte, so it must travel as it is.
        var raw = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        var message = new HttpRequestMessage(new HttpMethod(signed.Method), new Uri(settings.RequestedBase + signed.Url[settings.SignedBase.Length..], raw));
        message.Headers.Add(RequestSignature.HeaderName, RequestSignature.Sign(signed, settings.AuthToken));
        message.Headers.Add(RequestSignature.IdempotencyHeaderName, request.Token);
        message.Headers.UserAgent.ParseAdd("TwilioProxy/1.1");
        message.Headers.Accept.ParseAdd("*/*");
        if (signed.ContentType is { } contentType)
            message.Content = new ReadOnlyMemoryContent(signed.Body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(contentType) } };
        return message;
    }

    private (WebhookAnswer Answer, string? Failure) Judge(Request request, WebhookAnswer.Answered answer) => answer.Status switch
    {
        < 400 => Note(request, answer.Status, answer, null),
        < 500 => Note(request, answer.Status, new WebhookAnswer.Failed(11200, request.Url), "4xx"),
        _ => Note(request, answer.Status, new WebhookAnswer.Failed(11200, request.Url), "5xx"),
    };

    private (WebhookAnswer Answer, string? Failure) Note(Request request, int? status, WebhookAnswer answer, string? failure)
    {
        Sent.Keep(new(request.Verb, request.Url, request.Parameters, request.Token, status, time.GetUtcNow()));
        return (answer, failure);
    }

    private static async Task<string> BodyAsync(HttpResponseMessage response, CancellationToken limit)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(limit);
        var buffer = new byte[BodyLimit + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, limit);
        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    private static string WithQuery(string url, WebhookForm form) =>
        form.Fields.IsEmpty ? url : $"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{form.Encode()}";

    private sealed record Request(FaultPoint? Point, string Url, CallbackMethod Method, IReadOnlyList<(string Name, string Value)> Parameters, string Token)
    {
        public string Verb => Method is CallbackMethod.Get ? "GET" : "POST";
    }
}
