using System.Security.Cryptography;
using Dapper;
using Hotline.Web.Postgres;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace Hotline.Web.Sealing;

/// <summary>One wrapped data key for each call. Destroying it destroys what it sealed, in backups too.</summary>
public sealed class CallKeyStore(IDataProtectionProvider protection, TimeProvider time)
{
    private readonly IDataProtector wrapper = protection.CreateProtector("Hotline.CallKeys.v1");

    public byte[] Wrap(CallKey key)
    {
        var plain = key.Export();
        try
        {
            return wrapper.Protect(plain);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    public CallKey Unwrap(byte[] wrapped) => CallKey.From(wrapper.Unprotect(wrapped));

    public async Task AddAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid callId, CallKey key) =>
        await connection.ExecuteAsync(
            "insert into call_keys (call_id, wrapped, created_at) values (@callId, @wrapped, @now)",
            new { callId, wrapped = Wrap(key), now = time.GetUtcNow() },
            transaction);

    /// <summary>Destroys what was sealed under the call's key: nothing of it can be read again, in backups neither.</summary>
    public void Destroy(WriteBatch batch, Guid callId, DateTimeOffset now) =>
        batch.Add(
            "update call_keys set wrapped = null, destroyed_at = @now where call_id = @callId and wrapped is not null",
            ("callId", callId),
            ("now", now));

    /// <returns>Null when the key was destroyed: nothing sealed under it can be read again.</returns>
    public async Task<CallKey?> FindAsync(NpgsqlConnection connection, Guid callId, NpgsqlTransaction? transaction = null)
    {
        var wrapped = await connection.QuerySingleOrDefaultAsync<byte[]?>(
            "select wrapped from call_keys where call_id = @callId", new { callId }, transaction);
        return wrapped is null ? null : Unwrap(wrapped);
    }
}
