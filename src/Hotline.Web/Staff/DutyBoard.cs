using Dapper;
using Npgsql;

namespace Hotline.Web.Staff;

/// <summary>Whether anybody could take a call. Asked in every turn, so the answer is kept for a moment.</summary>
public sealed class DutyBoard(NpgsqlDataSource database, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private volatile Kept? kept;

    public async ValueTask<bool> AnyoneAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (kept is { } current && now - current.At < Fresh && now >= current.At)
            return current.Anyone;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var anyone = await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "select exists (select from staff where status = 'available' and contact_kind is not null)", cancellationToken: cancellation));
        kept = new Kept(anyone, now);
        return anyone;
    }

    private sealed record Kept(bool Anyone, DateTimeOffset At);
}
