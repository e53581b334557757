using Dapper;
using Hotline.CallFlow;
using Hotline.CallFlow.Hours;
using Hotline.Web.Hosting;
using Hotline.Web.Schedule;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Hotline.Web.Agencies;

/// <summary>The table <c>agencies</c>: whom callers are pointed or transferred to. A change is in force here at once, on other nodes within five seconds.</summary>
public sealed class AgencyStore(
    NpgsqlDataSource database, ScheduleStore schedule, IOptions<HotlineOptions> hotline, IOptions<AgenciesOptions> options, TimeProvider time)
{
    private const string Columns = """
        key, name_ko, name_en, spoken_name_ko, digits, announce_digits, dial_string, transfer_mode, hours_profile,
        languages, regions, verified_on, verified_by, valid_from, valid_to
        """;

    private readonly Kept<IReadOnlyDictionary<string, Agency>> kept = new(time, TimeSpan.FromSeconds(3));

    /// <summary>
    /// The agencies that are valid today, by key. Only those that a caller may be transferred to have a dial string. <c>w1366</c> is always
    /// among them: without a valid row the configured overflow address stands in.
    /// </summary>
    public ValueTask<IReadOnlyDictionary<string, Agency>> AllAsync(CancellationToken cancellation) => kept.GetAsync(ReadAsync, cancellation);

    /// <summary>Every row by key, valid or not.</summary>
    public async Task<IReadOnlyList<AgencyRow>> ListAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return [.. await connection.QueryAsync<AgencyRow>(new CommandDefinition($"select {Columns} from agencies order by key", cancellationToken: cancellation))];
    }

    public async Task<AgencyRow?> FindAsync(string key, CancellationToken cancellation) =>
        (await ListAsync(cancellation)).SingleOrDefault(row => string.Equals(row.Key, key, StringComparison.Ordinal));

    /// <summary>Somebody called the number, and it is the right one.</summary>
    /// <returns>False when there is no such agency.</returns>
    public Task<bool> VerifyAsync(string key, string by, CancellationToken cancellation) => ChangeAsync(
        "update agencies set verified_on = @today, verified_by = @by where key = @key", new { key, by, today = Today }, cancellation);

    /// <summary>Changes how an agency is reached. A changed number counts as unverified until somebody verifies it.</summary>
    /// <returns>False when there is no such agency.</returns>
    public Task<bool> SetAsync(AgencyRow row, CancellationToken cancellation) => ChangeAsync(
        """
        update agencies
        set digits = @Digits, announce_digits = @AnnounceDigits, dial_string = @DialString, transfer_mode = @mode, verified_on = null, verified_by = null
        where key = @Key
        """,
        new { row.Key, row.Digits, row.AnnounceDigits, row.DialString, mode = row.TransferMode.ToString() },
        cancellation);

    /// <summary>What would be dialled for the row; null for one that is never dialled.</summary>
    public string? DialStringOf(AgencyRow row) => row switch
    {
        { TransferMode: TransferMode.None or TransferMode.PointOnly } or { Digits: "112" or "119" } => null,
        { DialString: { } own } => own,
        // One setting says where 1366 leads, with or without a database.
        { Key: Script.W1366 } => hotline.Value.OverflowDialString,
        _ => options.Value.DialString(row.Digits),
    };

    private DateOnly Today => SeoulTime.DateOf(time.GetUtcNow());

    private async Task<IReadOnlyDictionary<string, Agency>> ReadAsync(CancellationToken cancellation)
    {
        // An agency's public holidays are the line's, those that staff entered included.
        var holidays = (await schedule.HoursAsync(cancellation)).DatedHolidays;
        var today = Today;
        var agencies = (await ListAsync(cancellation))
            .Where(row => row.IsValidOn(today))
            .ToDictionary(row => row.Key, row => ToAgency(row, OpeningHours.Of(row.HoursProfile) with { DatedHolidays = holidays }), StringComparer.Ordinal);
        if (!agencies.TryGetValue(Script.W1366, out var found) || found.DialString is null)
            agencies[Script.W1366] = new(Script.W1366, "여성긴급전화", "the Women's Emergency Line", "1366", hotline.Value.OverflowDialString, OpeningHours.Always);
        return agencies;
    }

    private Agency ToAgency(AgencyRow row, OpeningHours hours) =>
        new(row.Key, row.SpokenNameKo ?? row.NameKo, row.NameEn, row.AnnounceDigits ?? row.Digits, DialStringOf(row), hours);

    private async Task<bool> ChangeAsync(string sql, object parameters, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var changed = await connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: cancellation));
        kept.Forget();
        return changed > 0;
    }
}
