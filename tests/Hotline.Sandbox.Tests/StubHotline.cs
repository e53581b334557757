using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Hotline.Sandbox.Faults;
using Hotline.Sandbox.Network;
using Hotline.Twilio.Webhooks;
using Microsoft.Extensions.Time.Testing;

namespace Hotline.Sandbox.Tests;

/// <summary>A tiny hotline: documents by path. It answers 403 to a wrong signature and 404 to an unplanned path.</summary>
internal sealed class StubHotline : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, Func<WebhookForm, HttpResponseMessage>> pages = new(StringComparer.Ordinal);

    public StubHotline()
    {
        Settings = new()
        {
            HotlineBaseUrl = new("http://127.0.0.1:5080"),
            PublicBaseUrl = new("https://line.example.kr/hotline"),
            Pace = NetworkPace.Stepwise,
            Seed = 7,
        };
        Network = new(Settings, new HttpMessageInvoker(this), Time, new FaultPlan());
        On("/voice/status", "<Response/>");
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 1, 0, 0, TimeSpan.Zero));

    public SandboxSettings Settings { get; }

    public TelephoneNetwork Network { get; }

    /// <summary>Path and query, as asked; with the form.</summary>
    public ConcurrentQueue<(string Path, WebhookForm Form, string Token)> Asked { get; } = new();

    public SimulatedPhone Caller => Network.Phone(CallerKind.Mobile, 1234);

    public StubHotline On(string path, string twiml) => On(path, _ => twiml);

    public StubHotline On(string path, Func<WebhookForm, string> twiml) => Answer(path, form =>
        new(HttpStatusCode.OK) { Content = new StringContent(twiml(form), Encoding.UTF8, "text/xml") });

    public StubHotline Answer(string path, Func<WebhookForm, HttpResponseMessage> answer)
    {
        pages[path] = answer;
        return this;
    }

    public WebhookForm Last(string path) => All(path)[^1];

    public IReadOnlyList<WebhookForm> All(string path) => [.. Asked.Where(asked => string.Equals(asked.Path, path, StringComparison.Ordinal)).Select(asked => asked.Form)];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var target = request.RequestUri!.PathAndQuery;
        var signed = new SignedRequest(request.Method.Method, "https://line.example.kr/hotline" + target, request.Content?.Headers.ContentType?.ToString(), body);
        if (!RequestSignature.IsValid(signed, request.Headers.GetValues(RequestSignature.HeaderName).Single(), [Settings.AuthToken]))
            return new(HttpStatusCode.Forbidden);
        var form = request.Method == HttpMethod.Get ? WebhookForm.ParseQuery(target) : WebhookForm.Parse(body);
        var path = target.Split('?')[0];
        Asked.Enqueue((path, form, request.Headers.GetValues(RequestSignature.IdempotencyHeaderName).Single()));
        return pages.TryGetValue(path, out var page) ? page(form) : new(HttpStatusCode.NotFound);
    }
}
