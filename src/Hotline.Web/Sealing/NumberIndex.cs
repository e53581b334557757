using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace Hotline.Web.Sealing;

/// <summary>Finds a telephone number without storing it: HMAC-SHA-256 under a key that the key ring wraps.</summary>
public sealed class NumberIndex(NpgsqlDataSource database, IDataProtectionProvider protection, TimeProvider time) : IDisposable
{
    private readonly IDataProtector wrapper = protection.CreateProtector("Hotline.NumberKeys.v1");
    private readonly SemaphoreSlim loading = new(1, 1);
    private byte[]? key;

    /// <param name="number">E.164.</param>
    public async ValueTask<byte[]> HashAsync(string number, CancellationToken cancellation)
    {
        key ??= await LoadAsync(cancellation);
        return HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(number));
    }

    public void Dispose() => loading.Dispose();

    private async Task<byte[]> LoadAsync(CancellationToken cancellation)
    {
        await loading.WaitAsync(cancellation);
        try
        {
            if (key is not null)
                return key;
            await using var connection = await database.OpenConnectionAsync(cancellation);
            // Whoever comes first makes the key; the others read it.
            await connection.ExecuteAsync(
                "insert into number_keys (id, wrapped, created_at) values (1, @wrapped, @now) on conflict do nothing",
                new { wrapped = wrapper.Protect(RandomNumberGenerator.GetBytes(32)), now = time.GetUtcNow() });
            return wrapper.Unprotect(await connection.QuerySingleAsync<byte[]>("select wrapped from number_keys order by id desc limit 1"));
        }
        finally
        {
            loading.Release();
        }
    }
}
