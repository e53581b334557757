using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Polly.Timeout;

namespace Hotline.Twilio.Rest;

/// <summary>One request: what it does in words, and whether it may be repeated when nobody knows if it was carried out.</summary>
internal sealed record TwilioRequest(HttpMethod Method, string Path, string Action)
{
    public object? Query { get; init; }

    public object? Form { get; init; }

    public bool Repeatable { get; init; } = true;
}

/// <summary>Sends requests to the account, reads answers and turns failures into <see cref="TwilioException"/>.</summary>
internal sealed class TwilioTransport(HttpClient http, IOptions<TwilioOptions> options, TimeProvider clock)
{
    // The pipeline bounds the attempts up to their headers; these bound the bodies, too.
    private static readonly TimeSpan AnswerTimeout = TwilioResilience.TotalTimeout + TwilioResilience.AttemptTimeout;

    private static readonly TimeSpan MediaTimeout = TimeSpan.FromMinutes(2);

    private readonly Uri baseAddress = new(options.Value.ApiBaseUrl.TrimEnd('/') + "/");

    public async Task<T> SendAsync<T>(TwilioRequest request, CancellationToken cancellation)
    {
        using var response = await ExchangeAsync(request, UrlOf(request), cancellation);
        return await ReadAsync<T>(request, response, cancellation);
    }

    /// <summary>Null when there is no such thing.</summary>
    public async Task<T?> FindAsync<T>(TwilioRequest request, CancellationToken cancellation) where T : class
    {
        try
        {
            return await SendAsync<T>(request, cancellation);
        }
        catch (TwilioException fault) when (fault.Failure is TwilioFailure.NotFound)
        {
            return null;
        }
    }

    /// <summary>Deletes; what is not there is deleted already.</summary>
    public async Task DeleteAsync(string path, string action, CancellationToken cancellation)
    {
        var request = new TwilioRequest(HttpMethod.Delete, path, action);
        try
        {
            using var response = await ExchangeAsync(request, UrlOf(request), cancellation);
        }
        catch (TwilioException fault) when (fault.Failure is TwilioFailure.NotFound)
        {
        }
    }

    /// <summary>Every item of every page, in Twilio's order; pages are fetched as they are needed.</summary>
    public async IAsyncEnumerable<T> ListAsync<T>(string path, string list, object? query, string action, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var request = new TwilioRequest(HttpMethod.Get, path, action) { Query = query };
        for (var url = UrlOf(request); url is not null;)
        {
            using var page = await PageAsync(request, url, cancellation);
            if (!page.RootElement.TryGetProperty(list, out var items) || items.ValueKind != JsonValueKind.Array) throw Unreadable(request, null);
            foreach (var item in items.EnumerateArray()) yield return item.Deserialize<T>(TwilioJson.Options) ?? throw Unreadable(request, null);
            url = NextOf(page.RootElement, request);
        }
    }

    /// <summary>Asks without credentials for any host but our own: recordings redirect to a storage that must not see them (contract §5).</summary>
    public async Task<HttpResponseMessage> OpenAsync(TwilioRequest request, Uri url, CancellationToken cancellation) =>
        await ExchangeAsync(request, url, cancellation, HttpCompletionOption.ResponseHeadersRead);

    public Uri UrlOf(TwilioRequest request)
    {
        var query = string.Join('&', FormFields.Of(request.Query).Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        return new Uri(baseAddress, $"2010-04-01/Accounts/{options.Value.AccountSid}/{request.Path}{(query.Length > 0 ? "?" : "")}{query}");
    }

    public CancellationTokenSource MediaDeadline() => new(MediaTimeout, clock);

    private async Task<HttpResponseMessage> ExchangeAsync(TwilioRequest request, Uri url, CancellationToken cancellation, HttpCompletionOption completion = HttpCompletionOption.ResponseContentRead)
    {
        using var message = new HttpRequestMessage(request.Method, url);
        message.Options.Set(TwilioResilience.Repeatable, request.Repeatable);
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(completion == HttpCompletionOption.ResponseHeadersRead ? "*/*" : "application/json"));
        if (IsOurs(url)) message.Headers.Authorization = Authorization();
        if (request.Method == HttpMethod.Post) message.Content = new FormUrlEncodedContent(FormFields.Of(request.Form));
        using var deadline = new CancellationTokenSource(AnswerTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        HttpResponseMessage response;
        try
        {
            response = await http.SendAsync(message, completion, either.Token);
        }
        catch (Exception fault) when (fault is HttpRequestException or TimeoutRejectedException or IOException || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            var sent = !TwilioResilience.NeverSent(fault);
            throw new TwilioException(request.Action, request.Repeatable || !sent ? new TwilioFailure.Unreachable(null) : new TwilioFailure.OutcomeUnknown(null), fault);
        }
        if (response.IsSuccessStatusCode || (completion == HttpCompletionOption.ResponseHeadersRead && (int)response.StatusCode is >= 300 and < 400)) return response;
        using (response) throw new TwilioException(request.Action, await TwilioAnswers.FailureOfAsync(request, response, cancellation));
    }

    private static async Task<T> ReadAsync<T>(TwilioRequest request, HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            var body = await response.Content.ReadAsByteArrayAsync(cancellation);
            return JsonSerializer.Deserialize<T>(body, TwilioJson.Options) ?? throw Unreadable(request, null);
        }
        catch (JsonException fault)
        {
            throw Unreadable(request, fault);
        }
    }

    private async Task<JsonDocument> PageAsync(TwilioRequest request, Uri url, CancellationToken cancellation)
    {
        using var response = await ExchangeAsync(request, url, cancellation);
        try
        {
            var page = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellation));
            return page.RootElement.ValueKind == JsonValueKind.Object ? page : throw Unreadable(request, null);
        }
        catch (JsonException fault)
        {
            throw Unreadable(request, fault);
        }
    }

    private Uri? NextOf(JsonElement page, TwilioRequest request)
    {
        if (!page.TryGetProperty("next_page_uri", out var next) || next.GetString() is not { Length: > 0 } text) return null;
        var url = new Uri(baseAddress, text);
        return IsOurs(url) ? url : throw Unreadable(request, null);
    }

    private bool IsOurs(Uri url) => Uri.Compare(url, baseAddress, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    private AuthenticationHeaderValue Authorization()
    {
        var (user, password) = options.Value.Credentials;
        return new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
    }

    private static TwilioException Unreadable(TwilioRequest request, Exception? fault) =>
        new(request.Action, request.Repeatable ? new TwilioFailure.Unreachable(200) : new TwilioFailure.OutcomeUnknown(200), fault);
}
