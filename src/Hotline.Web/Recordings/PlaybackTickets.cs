using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Hotline.Web.Recordings;

/// <summary>
/// Lets the carrier fetch one message for a few minutes, so that a caller can hear it again. The address holds nothing but a sealed
/// recording id and its expiry.
/// </summary>
public sealed class PlaybackTickets(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Hotline.Playback.v1").ToTimeLimitedDataProtector();

    public string Issue(string recordingSid) => WebEncoders.Base64UrlEncode(protector.Protect(Encoding.ASCII.GetBytes(recordingSid), Lifetime));

    /// <returns>Null when the ticket is forged, altered or expired.</returns>
    public string? Read(string ticket)
    {
        try
        {
            return Encoding.ASCII.GetString(protector.Unprotect(WebEncoders.Base64UrlDecode(ticket)));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
