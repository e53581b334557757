using Dapper;
using Hotline.CallFlow;
using Hotline.Web.Postgres;
using Npgsql;

namespace Hotline.Web.Calls;

/// <summary>What a caller agreed to or refused: which words were heard (by prompt and version), which key was pressed, and when (DOMAIN L2).</summary>
public sealed class ConsentStore
{
    public void Add(
        WriteBatch batch, Guid callId, ConsentKind kind, bool given, string promptKey, string promptVersion, Language language, string? keyPressed, DateTimeOffset now) =>
        batch.Add(
            """
            insert into consents (call_id, kind, given, prompt_key, prompt_version, language, key_pressed, at)
            values (@callId, @kind, @given, @promptKey, @promptVersion, @language, @keyPressed, @now)
            """,
            ("callId", callId),
            ("kind", kind.ToString()),
            ("given", given),
            ("promptKey", promptKey),
            ("promptVersion", promptVersion),
            ("language", language.ToString()),
            ("keyPressed", keyPressed),
            ("now", now));

    /// <summary>Whether this call agreed to a message being recorded. Asked before the first byte of audio is kept.</summary>
    public async Task<bool> AllowsMessageAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid callId) =>
        await connection.ExecuteScalarAsync<bool>(
            "select exists (select from consents where call_id = @callId and kind = 'Message' and given)", new { callId }, transaction);
}
