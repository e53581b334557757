using System.Security.Cryptography;

namespace Hotline.Web.Staff;

/// <summary>A password that one person reads to another: 16 characters of an alphabet without look-alikes, about 78 bits.</summary>
public static class OneTimePassword
{
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    public static string New() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 4)));
}
