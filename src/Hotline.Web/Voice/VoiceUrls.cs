using System.Globalization;
using System.Text.RegularExpressions;
using Hotline.Web.Hosting;
using Hotline.Web.Recordings;
using Microsoft.Extensions.Options;

namespace Hotline.Web.Voice;

/// <summary>
/// The addresses that our documents name: absolute, because the carrier signs what it was given, and with the retry rules of the
/// carrier's contract §3 in the fragment, so that a dead node is tried again and time is left for the fallback.
/// </summary>
public sealed partial class VoiceUrls(IOptions<HotlineOptions> options)
{
    private const string Retrying = "#rc=2&rp=ct,rt,5xx&ct=2000&rt=4500&tt=13000";
    private readonly string root = options.Value.PublicBaseUrl!.AbsoluteUri.TrimEnd('/') + "/voice";

    /// <summary>Any address below the voice prefix.</summary>
    public string Of(string path) => $"{root}{path}{Retrying}";

    public string Turn(int turn) => string.Create(CultureInfo.InvariantCulture, $"{root}/turns/{turn}{Retrying}");

    public string QueueLeft(int turn) => string.Create(CultureInfo.InvariantCulture, $"{root}/queue-left/{turn}{Retrying}");

    public string Waiting => $"{root}/waiting{Retrying}";

    public string RecordingStatus => $"{root}/recordings{Retrying}";

    /// <summary>The static flow. Nothing behind these can be slow, so nothing is retried.</summary>
    public string Dark => $"{root}/dark";

    public string DarkChoice => $"{root}/dark/choice";

    public string DarkMessage => $"{root}/dark/message";

    public string Trouble(string? failed) =>
        IsOurs(failed) ? $"{root}/trouble?again={Uri.EscapeDataString(failed!)}{Retrying}" : $"{root}/trouble{Retrying}";

    public string TroubleEnded(string? failed) =>
        IsOurs(failed) ? $"{root}/trouble/ended?again={Uri.EscapeDataString(failed!)}{Retrying}" : $"{root}/trouble/ended{Retrying}";

    /// <summary>Where another try leads: to the webhook that failed if it is one of ours, else to where the call was.</summary>
    public string Retry(string? failed) => IsOurs(failed) ? $"{root}{failed![SignedByCarrier.Prefix.Length..]}{Retrying}" : $"{root}/again{Retrying}";

    /// <summary>A ticket opens its message by itself: the carrier does not promise to sign the fetching of sound.</summary>
    public string Playback(string ticket) => $"{root[..^SignedByCarrier.Prefix.Length]}{PlaybackEndpoint.Prefix}/{ticket}";

    private static bool IsOurs(string? path) => path is not null && RetryablePath().IsMatch(path);

    [GeneratedRegex("^/voice/(incoming|again|waiting|turns/[0-9]{1,6}|queue-left/[0-9]{1,6})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RetryablePath();
}
