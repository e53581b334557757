using System.Globalization;
using Hotline.Sandbox.Network;
using Hotline.Sandbox.Network.Webhooks;
using Hotline.Twilio;
using Hotline.Twilio.Twiml;
using Hotline.Twilio.Webhooks;

namespace Hotline.Sandbox.Carrier;

/// <summary>A REST request's form, read as the carrier reads it: field names keep their case, fields may repeat.</summary>
internal sealed class CarrierRequest(WebhookForm form)
{
    public static async ValueTask<CarrierRequest?> BindAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return new(WebhookForm.Parse(body.ToArray()));
    }

    /// <summary>Null when the field is absent or empty.</summary>
    public string? this[string name] => form[name] is { Length: > 0 } value ? value : null;

    public bool? Bool(string name) => this[name] switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    };

    public int? Number(string name) => int.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public CallbackMethod Method(string name) => this[name] is "GET" ? CallbackMethod.Get : CallbackMethod.Post;

    public IReadOnlyList<T> Words<T>(string name) where T : struct, Enum =>
        [.. form.All(name).SelectMany(words => words.Split(' ')).Select(word => Wire.Member<T>(word)).OfType<T>()];

    public TwimlSource.Address? Address(string url, string method) => this[url] is { } address ? new(address, Method(method)) : null;

    /// <summary>What a call is to run: an address wins over a document.</summary>
    public TwimlSource? Source() => (TwimlSource?)Address("Url", "Method") ?? (this["Twiml"] is { } twiml ? new TwimlSource.Inline(twiml) : null);

    public ProgressSubscription? Progress()
    {
        var events = Words<CallEvent>("StatusCallbackEvent");
        return this["StatusCallback"] is { } url ? new(url, Method("StatusCallbackMethod"), events.Count is 0 ? [CallEvent.Completed] : events) : null;
    }

    public DetectionRequest? Detection() => Wire.Member<MachineDetection>(this["MachineDetection"]) is { } kind
        ? new(kind, Bool("AsyncAmd") is true ? Address("AsyncAmdStatusCallback", "AsyncAmdStatusCallbackMethod") : null)
        : null;
}
