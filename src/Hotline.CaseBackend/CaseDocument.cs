using System.Buffers;

namespace Hotline.CaseBackend;

/// <summary>
/// The exact bytes of a request body. They are stored before they are first sent and repeated unchanged: the backend
/// answers 409 when the same idempotency key comes with another body. The same input always gives the same bytes.
/// </summary>
public sealed record CaseDocument(ReadOnlyMemory<byte> Bytes)
{
    /// <exception cref="ArgumentException">The contract does not allow a value; the message names the field, never its content.</exception>
    public static CaseDocument Write(OpenCase openCase)
    {
        CaseRules.Check(openCase);
        return Written(writer => CaseWriter.Write(writer, openCase));
    }

    /// <exception cref="ArgumentException">The contract does not allow a value; the message names the field, never its content.</exception>
    public static CaseDocument Write(CaseEntry entry)
    {
        CaseRules.Check(entry);
        return Written(writer => CaseWriter.Write(writer, entry));
    }

    /// <summary>The size only: the content is personal.</summary>
    public override string ToString() => $"CaseDocument of {Bytes.Length} bytes";

    private static CaseDocument Written(Action<System.Text.Json.Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new System.Text.Json.Utf8JsonWriter(buffer, CaseWriter.Options))
            write(writer);
        return new(buffer.WrittenSpan.ToArray());
    }
}
