namespace Hotline.Speech;

/// <summary>Files that travel inside the assembly, so that no deployment can lose them.</summary>
internal static class ShippedFiles
{
    public static byte[] Bytes(string name)
    {
        using var stream = typeof(ShippedFiles).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly was built without {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);

        return bytes;
    }
}
