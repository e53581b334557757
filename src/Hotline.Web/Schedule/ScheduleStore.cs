using Dapper;
using Hotline.CallFlow.Hours;
using Hotline.Web.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Hotline.Web.Schedule;

/// <summary>
/// When the line is open: the week, its dated exceptions, the dated holidays, and the surge switch. A change is in force on this node at
/// once and on the others within five seconds.
/// </summary>
public sealed class ScheduleStore(NpgsqlDataSource database, IOptions<ScheduleOptions> options, IIdSource ids, TimeProvider time)
{
    private const string Closure = "emergency-closure";
    private const string Opening = "special-opening";
    private const string FirstStart = "first start";

    // Below the five seconds that are promised, so that the reading itself has time.
    private readonly Kept<LineSchedule> kept = new(time, TimeSpan.FromSeconds(3));

    public ValueTask<LineSchedule> CurrentAsync(CancellationToken cancellation) =>
        kept.GetAsync(inner => ReadAsync(time.GetUtcNow(), inner), cancellation);

    public async ValueTask<OpeningHours> HoursAsync(CancellationToken cancellation) => (await CurrentAsync(cancellation)).Hours;

    public async ValueTask<bool> SurgeAsync(CancellationToken cancellation) => (await CurrentAsync(cancellation)).Surge;

    /// <summary>The schedule with every override that ends after <paramref name="since"/>, also a moment long past. Always read anew.</summary>
    public async Task<LineSchedule> ReadAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        const string sql = """
            select intervals, closed_on_public_holidays from weekly_schedules order by version desc limit 1;
            select kind, starts_at, ends_at from hours_overrides where cancelled_at is null and ends_at > @since order by starts_at;
            select date, name_ko, name_en from dated_holidays where removed_at is null order by date;
            select coalesce((select is_on from surge_switches order by id desc limit 1), false);
            select max(through) from holiday_confirmations;
            """;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var read = await connection.QueryMultipleAsync(new CommandDefinition(sql, new { since }, cancellationToken: cancellation));
        var week = await read.ReadSingleOrDefaultAsync<WeekRow>();
        var overrides = await read.ReadAsync<OverrideRow>();
        var holidays = await read.ReadAsync<HolidayRow>();
        // Before the first start has written anything down, the setting and the shipped table count, and what was entered meanwhile.
        var entered = holidays.Select(row => row.ToHoliday());
        var hours = week is null
            ? OpeningHours.Of(Profile) with { DatedHolidays = [.. ShippedHolidays.All.UnionBy(entered, holiday => holiday.Date)] }
            : new OpeningHours(week.ToWeekly()) { DatedHolidays = [.. entered] };
        hours = hours with { Overrides = [.. overrides.Select(row => row.ToOverride())] };
        // Callers compare and cache by the object: an equal one is not replaced.
        return new LineSchedule(
            kept.Last?.Hours is { } known && known == hours ? known : hours,
            await read.ReadSingleAsync<bool>(),
            await read.ReadSingleAsync<DateOnly?>());
    }

    /// <summary>Writes down the configured profile where no week is in force yet, and shipped holidays that were never entered. Any number of nodes may do it.</summary>
    public async Task InitialiseAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var week = WeeklySchedule.Of(Profile);
        await connection.ExecuteAsync(
            """
            insert into weekly_schedules (version, intervals, closed_on_public_holidays, set_at, set_by)
            values (1, @intervals, @ClosedOnPublicHolidays, @now, @FirstStart) on conflict do nothing
            """,
            new { intervals = Texts(week), week.ClosedOnPublicHolidays, now, FirstStart },
            transaction);
        // One that was removed stays removed.
        await connection.ExecuteAsync(
            """
            insert into dated_holidays (date, name_ko, name_en, added_at, added_by)
            select @Date, @NameKo, @NameEn, @now, @FirstStart where not exists (select from dated_holidays where date = @Date)
            on conflict do nothing
            """,
            ShippedHolidays.All.Select(holiday => new { holiday.Date, holiday.NameKo, holiday.NameEn, now, FirstStart }),
            transaction);
        await transaction.CommitAsync(cancellation);
        kept.Forget();
    }

    public Task SetWeeklyAsync(WeeklySchedule week, string by, CancellationToken cancellation) => ChangeAsync(
        """
        insert into weekly_schedules (version, intervals, closed_on_public_holidays, set_at, set_by)
        select coalesce(max(version), 0) + 1, @intervals, @ClosedOnPublicHolidays, @now, @by from weekly_schedules
        """,
        new { intervals = Texts(week), week.ClosedOnPublicHolidays, now = time.GetUtcNow(), by },
        cancellation);

    public async Task<ScheduleChange> AddOverrideAsync(HoursOverride added, string reason, string by, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (added.From >= added.To)
            return new ScheduleChange.Refused("The end must come after the beginning.");
        if (added.To <= now)
            return new ScheduleChange.Refused("The end must lie in the future: what callers heard in the past is not changed.");
        if (string.IsNullOrWhiteSpace(reason))
            return new ScheduleChange.Refused("A reason is needed: colleagues will ask.");
        var row = new { id = ids.NewId(), kind = added is HoursOverride.EmergencyClosure ? Closure : Opening, added.From, added.To, reason, now, by };
        await ChangeAsync(
            """
            insert into hours_overrides (id, kind, starts_at, ends_at, reason, added_at, added_by)
            values (@id, @kind, @From, @To, @reason, @now, @by)
            """,
            row,
            cancellation);
        return new ScheduleChange.Done();
    }

    public async Task<ScheduleChange> CancelOverrideAsync(Guid id, string by, CancellationToken cancellation) => await ChangeAsync(
        "update hours_overrides set cancelled_at = @now, cancelled_by = @by where id = @id and cancelled_at is null",
        new { id, by, now = time.GetUtcNow() },
        cancellation) > 0
            ? new ScheduleChange.Done()
            : new ScheduleChange.Refused("There is no such override, or it was cancelled already.");

    /// <summary>Newest first, the cancelled ones too.</summary>
    public async Task<IReadOnlyList<EnteredOverride>> OverridesAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return [.. await connection.QueryAsync<EnteredOverride>(new CommandDefinition(
            "select id, kind, starts_at, ends_at, reason, added_at, added_by, cancelled_at, cancelled_by from hours_overrides order by starts_at desc, id desc",
            cancellationToken: cancellation))];
    }

    public async Task<ScheduleChange> AddHolidayAsync(DatedHoliday holiday, string by, CancellationToken cancellation)
    {
        if (holiday.Date.Year is < KoreanHolidays.FirstYear or > KoreanHolidays.LastYear)
            return new ScheduleChange.Refused($"The year must lie between {KoreanHolidays.FirstYear} and {KoreanHolidays.LastYear}.");
        if (string.IsNullOrWhiteSpace(holiday.NameKo) || string.IsNullOrWhiteSpace(holiday.NameEn))
            return new ScheduleChange.Refused("The holiday needs a name in Korean and in English: callers hear it.");
        var row = new { holiday.Date, holiday.NameKo, holiday.NameEn, now = time.GetUtcNow(), by };
        return await ChangeAsync(
            "insert into dated_holidays (date, name_ko, name_en, added_at, added_by) values (@Date, @NameKo, @NameEn, @now, @by) on conflict do nothing",
            row,
            cancellation) > 0
                ? new ScheduleChange.Done()
                : new ScheduleChange.Refused("That day is entered already; remove it first to give it another name.");
    }

    public async Task<ScheduleChange> RemoveHolidayAsync(DateOnly date, string by, CancellationToken cancellation) => await ChangeAsync(
        "update dated_holidays set removed_at = @now, removed_by = @by where date = @date and removed_at is null",
        new { date, by, now = time.GetUtcNow() },
        cancellation) > 0
            ? new ScheduleChange.Done()
            : new ScheduleChange.Refused("No dated holiday is entered for that day. Holidays that follow from the law cannot be removed: enter a special opening.");

    /// <summary>Somebody looked into the official calendar: everything through that day is entered. Silences the alarm until its end comes near.</summary>
    public Task ConfirmHolidaysAsync(DateOnly through, string by, CancellationToken cancellation) => ChangeAsync(
        "insert into holiday_confirmations (through, confirmed_at, confirmed_by) values (@through, @now, @by)",
        new { through, now = time.GetUtcNow(), by },
        cancellation);

    public Task SetSurgeAsync(bool isOn, string by, CancellationToken cancellation) => ChangeAsync(
        "insert into surge_switches (is_on, set_at, set_by) values (@isOn, @now, @by)", new { isOn, now = time.GetUtcNow(), by }, cancellation);

    private HoursProfile Profile => Enum.Parse<HoursProfile>(options.Value.Profile);

    private async Task<int> ChangeAsync(string sql, object parameters, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var changed = await connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: cancellation));
        kept.Forget();
        return changed;
    }

    private static string[] Texts(WeeklySchedule week) => [.. week.Intervals.Select(WeekText.Of)];

    private sealed class WeekRow
    {
        public required string[] Intervals { get; init; }

        public bool ClosedOnPublicHolidays { get; init; }

        public WeeklySchedule ToWeekly() => new(
            Intervals.Select(text => WeekText.Read(text) ?? throw new InvalidOperationException($"'{text}' in weekly_schedules is no interval like Monday 09:00-18:00.")),
            ClosedOnPublicHolidays);
    }

    private sealed class OverrideRow
    {
        public required string Kind { get; init; }

        public DateTimeOffset StartsAt { get; init; }

        public DateTimeOffset EndsAt { get; init; }

        public HoursOverride ToOverride() => Kind switch
        {
            Closure => new HoursOverride.EmergencyClosure(StartsAt, EndsAt),
            Opening => new HoursOverride.SpecialOpen(StartsAt, EndsAt),
            _ => throw new InvalidOperationException($"'{Kind}' is no kind of override."),
        };
    }

    private sealed class HolidayRow
    {
        public DateOnly Date { get; init; }

        public required string NameKo { get; init; }

        public required string NameEn { get; init; }

        public DatedHoliday ToHoliday() => new(Date, NameKo, NameEn);
    }
}
