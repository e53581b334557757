using System.Globalization;

namespace Hotline.Sandbox.Network.Webhooks;

/// <summary>How an address is asked: the carrier's defaults, or what the address says in its fragment (Twilio contract §3).</summary>
/// <param name="Retries">After the first attempt.</param>
/// <param name="RetryOn">Out of <c>4xx 5xx ct rt all</c>.</param>
internal sealed record DeliveryPolicy(TimeSpan Connect, TimeSpan Read, TimeSpan Total, int Retries, IReadOnlyList<string> RetryOn)
{
    public static readonly DeliveryPolicy Default = new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(15), 1, ["ct"]);

    /// <summary>The address without its fragment, which is neither sent nor signed.</summary>
    public static (string Url, DeliveryPolicy Policy) Parse(string url)
    {
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? (url, Default) : (url[..hash], Default.With(url[(hash + 1)..]));
    }

    public bool RetriesAfter(string failure) => RetryOn.Contains("all", StringComparer.Ordinal) || RetryOn.Contains(failure, StringComparer.Ordinal);

    private DeliveryPolicy With(string fragment) => fragment.Split('&').Select(pair => pair.Split('=', 2)).Aggregate(this, (policy, pair) => pair switch
    {
        ["ct", var value] => policy with { Connect = Milliseconds(value, 100, 10_000) },
        ["rt", var value] => policy with { Read = Milliseconds(value, 100, 15_000) },
        ["tt", var value] => policy with { Total = Milliseconds(value, 100, 15_000) },
        ["rc", var value] => policy with { Retries = Math.Clamp(int.Parse(value, CultureInfo.InvariantCulture), 0, 5) },
        ["rp", var value] => policy with { RetryOn = value.Split(',') },
        _ => policy,
    });

    private static TimeSpan Milliseconds(string value, int least, int most) =>
        TimeSpan.FromMilliseconds(Math.Clamp(int.Parse(value, CultureInfo.InvariantCulture), least, most));
}
