using System.Buffers;

namespace Hotline.Speech;

/// <summary>An answer's bytes up to a cap, in a pooled buffer that is wiped when it goes back: it holds what a caller said.</summary>
internal sealed class CappedBody : IDisposable
{
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
    private int length;

    public ReadOnlyMemory<byte> Bytes => buffer.AsMemory(0, length);

    public bool Overflowed { get; private set; }

    public static async Task<CappedBody> ReadAsync(HttpContent content, int cap, CancellationToken cancellationToken)
    {
        var body = new CappedBody();

        try
        {
            await body.FillAsync(content, cap, cancellationToken);
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        buffer = [];
        length = 0;
    }

    private async Task FillAsync(HttpContent content, int cap, CancellationToken cancellationToken)
    {
        using var stream = await content.ReadAsStreamAsync(cancellationToken);

        while (!Overflowed)
        {
            if (length == buffer.Length)
            {
                Grow();
            }

            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken);

            if (read == 0)
            {
                return;
            }

            length = Math.Min(length + read, cap);
            Overflowed = length == cap;
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        buffer = larger;
    }
}
