namespace Hotline.Sandbox.Network;

/// <summary>Identifiers in the carrier's shape: two letters and 32 hexadecimal digits. The same seed gives the same ones.</summary>
public sealed class SidSource(int seed)
{
    private readonly Lock gate = new();
    private readonly Random random = new(seed);

    public string Next(string prefix)
    {
        Span<byte> bytes = stackalloc byte[16];
        lock (gate)
            random.NextBytes(bytes);
        return prefix + Convert.ToHexStringLower(bytes);
    }
}
