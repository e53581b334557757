using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;

namespace Hotline.Twilio.Webhooks;

/// <summary>
/// What Twilio sent, parsed once from the raw body: names compare ordinally and case counts, empty values, repeated and
/// unknown fields stay, in the order of the wire. ASP.NET's own form merges names that differ in case, which breaks signatures
/// (contract §2). Typed properties are null when the field is absent or unreadable; an enum says <c>Unknown</c> to a word
/// that is new. All of it is untrusted until <see cref="RequestSignature"/> said yes, and the fields of a browser call even then.
/// </summary>
public sealed partial class WebhookForm
{
    private readonly ILookup<string, string> byName;

    private WebhookForm(ImmutableArray<KeyValuePair<string, string>> fields)
    {
        Fields = fields;
        byName = fields.ToLookup(field => field.Key, field => field.Value, StringComparer.Ordinal);
    }

    public static WebhookForm Empty { get; } = new([]);

    /// <summary>Every field, in wire order.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Fields { get; }

    /// <summary>The first value of that name; null when it was not sent (empty when it was sent empty).</summary>
    public string? this[string name] => byName[name].FirstOrDefault();

    public static WebhookForm Parse(ReadOnlySpan<byte> body) => Parse(Encoding.UTF8.GetString(body));

    /// <summary>From a form body, or from a query without its question mark.</summary>
    public static WebhookForm Parse(string body) => new(
    [
        .. body.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair =>
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            return equals < 0
                ? KeyValuePair.Create(WebUtility.UrlDecode(pair), "")
                : KeyValuePair.Create(WebUtility.UrlDecode(pair[..equals]), WebUtility.UrlDecode(pair[(equals + 1)..]));
        }),
    ]);

    /// <summary>From the query of a GET webhook's URL or raw target.</summary>
    public static WebhookForm ParseQuery(string url)
    {
        var question = url.IndexOf('?', StringComparison.Ordinal);
        return question < 0 ? Empty : Parse(url[(question + 1)..]);
    }

    /// <summary>For whoever sends webhooks: the simulated network and tests.</summary>
    public static WebhookForm Of(IEnumerable<KeyValuePair<string, string>> fields) => new([.. fields]);

    public bool Has(string name) => byName.Contains(name);

    /// <summary>Every value of that name, in wire order.</summary>
    public ImmutableArray<string> All(string name) => [.. byName[name]];

    /// <summary>The body as a browser would write it: space as plus, everything else escaped.</summary>
    public string Encode() =>
        string.Join('&', Fields.Select(field => $"{WebUtility.UrlEncode(field.Key)}={WebUtility.UrlEncode(field.Value)}"));

    private string? Filled(string name) => this[name] is { Length: > 0 } value ? value : null;

    private int? Integer(string name) =>
        int.TryParse(this[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private TimeSpan? Seconds(string name) => Integer(name) is { } seconds and >= 0 ? TimeSpan.FromSeconds(seconds) : null;

    private bool? Flag(string name) => this[name] switch { "true" => true, "false" => false, _ => null };

    private TEnum? Word<TEnum>(string name) where TEnum : struct, Enum =>
        Filled(name) is { } word ? Wire.Member<TEnum>(word) ?? Enum.Parse<TEnum>("Unknown") : null;
}
