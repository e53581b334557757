using Dapper;
using Hotline.CallFlow;
using Hotline.CallFlow.Hours;
using Hotline.Web.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Hotline.Web.Agencies;

/// <summary>The agencies that callers are pointed or transferred to. Read seldom, needed in each turn: kept for a few seconds.</summary>
public sealed class AgencyStore(NpgsqlDataSource database, IOptions<HotlineOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private volatile Kept? kept;

    /// <summary>All agencies by key. <c>w1366</c> is always among them: without its row the configured overflow address stands in.</summary>
    public async ValueTask<IReadOnlyDictionary<string, Agency>> AllAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (kept is { } current && now - current.ReadAt < Fresh && now >= current.ReadAt)
            return current.Agencies;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<AgencyRow>("select key, name_ko, name_en, digits, dial_string, hours_profile from agencies");
        var agencies = rows.Select(r => r.ToAgency()).ToDictionary(a => a.Key, StringComparer.Ordinal);
        agencies.TryAdd("w1366", Overflow(options.Value.OverflowDialString));
        kept = new Kept(agencies, now);
        return agencies;
    }

    private static Agency Overflow(string dialString) =>
        new("w1366", "여성긴급전화", "the Women's Emergency Line", "1366", dialString, OpeningHours.Always);

    private sealed record Kept(IReadOnlyDictionary<string, Agency> Agencies, DateTimeOffset ReadAt);

    private sealed class AgencyRow
    {
        public required string Key { get; init; }

        public required string NameKo { get; init; }

        public required string NameEn { get; init; }

        public required string Digits { get; init; }

        public string? DialString { get; init; }

        public required string HoursProfile { get; init; }

        public Agency ToAgency() =>
            new(Key, NameKo, NameEn, Digits, DialString, OpeningHours.Of(Enum.Parse<HoursProfile>(HoursProfile)));
    }
}
