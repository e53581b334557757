namespace Hotline.CallFlow.Speech;

/// <summary>How an estimated wait is rounded before it is spoken (DOMAIN §6.2): up, so that nobody waits longer than was said.</summary>
internal static class WaitEstimate
{
    public const int MostMinutes = 30;

    /// <summary>Minutes to say; null means more than <see cref="MostMinutes"/>.</summary>
    public static int? Minutes(TimeSpan estimate) => (int)Math.Ceiling(Math.Min(estimate.TotalMinutes, MostMinutes + 1)) switch
    {
        <= 1 => 1,
        var minutes and <= 10 => minutes,
        var minutes and <= MostMinutes => (minutes + 4) / 5 * 5,
        _ => null,
    };
}
