using System.Security.Cryptography;
using System.Text;

namespace Hotline.Web.Sealing;

/// <summary>
/// The data key of one call. What it seals can be opened only with it and only as what it was: the record's identity is
/// authenticated along, so that a sealed value moved to another row or column does not open.
/// AES-256-GCM; layout: version 1, nonce 12, tag 16, ciphertext.
/// </summary>
public sealed class CallKey
{
    private const byte Version = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int HeaderSize = 1 + NonceSize + TagSize;
    private readonly byte[] key;

    private CallKey(byte[] key) => this.key = key;

    public static CallKey Generate() => new(RandomNumberGenerator.GetBytes(32));

    internal static CallKey From(byte[] key) => key.Length == 32
        ? new(key)
        : throw new CryptographicException("A call key must have 32 bytes.");

    internal byte[] Export() => [.. key];

    /// <param name="identity">What the value is and where it stands, such as <c>callbacks.number/{id}</c>.</param>
    public byte[] Seal(string identity, ReadOnlySpan<byte> plain)
    {
        var sealedBytes = new byte[HeaderSize + plain.Length];
        sealedBytes[0] = Version;
        var nonce = sealedBytes.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(HeaderSize), sealedBytes.AsSpan(1 + NonceSize, TagSize), Encoding.UTF8.GetBytes(identity));
        return sealedBytes;
    }

    public byte[] Seal(string identity, string plain) => Seal(identity, Encoding.UTF8.GetBytes(plain));

    /// <exception cref="CryptographicException">The bytes were altered, belong to another record, or were sealed under another key.</exception>
    public byte[] Open(string identity, ReadOnlySpan<byte> sealedBytes)
    {
        if (sealedBytes.Length < HeaderSize || sealedBytes[0] != Version)
            throw new CryptographicException("This is not a sealed value of a known version.");
        var plain = new byte[sealedBytes.Length - HeaderSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(sealedBytes.Slice(1, NonceSize), sealedBytes[HeaderSize..], sealedBytes.Slice(1 + NonceSize, TagSize), plain, Encoding.UTF8.GetBytes(identity));
        return plain;
    }

    public string OpenText(string identity, ReadOnlySpan<byte> sealedBytes) => Encoding.UTF8.GetString(Open(identity, sealedBytes));
}
