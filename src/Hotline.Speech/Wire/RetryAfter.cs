namespace Hotline.Speech;

/// <summary>The header of RFC 9110 §10.2.3, in seconds or as a date.</summary>
internal static class RetryAfter
{
    /// <summary>Longer waits are left to the durable job queue: a waiting process forgets when it is restarted.</summary>
    public static readonly TimeSpan LongestInProcess = TimeSpan.FromSeconds(60);

    public static TimeSpan? Of(HttpResponseMessage? response, TimeProvider clock)
    {
        var header = response?.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date - clock.GetUtcNow());

        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
