using System.Runtime.Versioning;
using Dapper;
using Hotline.CallFlow.Hours;
using Hotline.Web.Agencies;
using Hotline.Web.Hosting;
using Hotline.Web.Schedule;
using Hotline.Web.Tests.Harness;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Hotline.Web.Tests.Agencies;

[SupportedOSPlatform("linux")]
public sealed class AgencyStoreTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Tuesday10 = new(2026, 11, 24, 10, 0, 0, SeoulTime.Offset);

    private readonly FakeTimeProvider clock = new(Tuesday10);
    private PostgresDatabase? database;

    private PostgresDatabase Database => database!;

    public async Task InitializeAsync() => database = await (await PostgresTemplate.SharedAsync()).CreateDatabaseAsync();

    public async Task DisposeAsync() => await Database.DisposeAsync();

    [Theory]
    [InlineData("danuri", "+8215771366")]
    [InlineData("suicide", "+82109")]
    [InlineData("w1366", "+8221366")]
    [InlineData("police", null)]
    [InlineData("fire", null)]
    [InlineData("police-cyber", null)]
    [InlineData("relay", null)]
    [InlineData("sunflower", null)]
    public async Task Only_agencies_that_take_transfers_have_a_dial_string(string key, string? dialled)
    {
        var agencies = await NewStore().AllAsync(CancellationToken.None);

        Assert.Equal(dialled, agencies[key].DialString);
    }

    [Fact]
    public async Task A_row_that_is_only_pointed_to_is_not_dialled_even_with_a_dial_string_of_its_own()
    {
        await ExecuteAsync("update agencies set transfer_mode = 'PointOnly', dial_string = '+8215771366' where key = 'danuri'");

        Assert.Null((await NewStore().AllAsync(CancellationToken.None))["danuri"].DialString);
    }

    [Fact]
    public async Task A_domestic_trunk_takes_the_bare_digits_in_a_sip_address()
    {
        var store = NewStore(new AgenciesOptions { ShortCodePrefix = "sip:", ShortCodeSuffix = "@trunk.example.kr" }, overflow: "sip:1366@trunk.example.kr");

        var agencies = await store.AllAsync(CancellationToken.None);

        Assert.Equal("sip:15771366@trunk.example.kr", agencies["danuri"].DialString);
        Assert.Equal("sip:1366@trunk.example.kr", agencies["w1366"].DialString);
    }

    [Theory]
    [InlineData("delete from agencies where key = 'w1366'")]
    [InlineData("update agencies set valid_to = '2026-11-23' where key = 'w1366'")]
    [InlineData("update agencies set valid_from = '2026-11-25' where key = 'w1366'")]
    public async Task The_overflow_line_is_always_there(string sql)
    {
        await ExecuteAsync(sql);

        var overflow = (await NewStore(overflow: "+8221399").AllAsync(CancellationToken.None))["w1366"];

        Assert.Equal(("1366", "+8221399"), (overflow.Digits, overflow.DialString));
        Assert.True(overflow.CanTransferAt(Tuesday10));
    }

    [Theory]
    [InlineData("2026-11-24", "2026-11-24", true)]
    [InlineData("2026-11-25", null, false)]
    [InlineData(null, "2026-11-23", false)]
    public async Task An_agency_is_known_to_callers_from_its_first_day_through_its_last(string? from, string? to, bool known)
    {
        await ExecuteAsync("update agencies set valid_from = @from::date, valid_to = @to::date where key = 'danuri'", new { from, to });

        Assert.Equal(known, (await NewStore().AllAsync(CancellationToken.None)).ContainsKey("danuri"));
    }

    [Fact]
    public async Task The_spoken_name_and_the_announced_number_are_what_callers_hear()
    {
        await ExecuteAsync("update agencies set spoken_name_ko = '일삼육육', announce_digits = '02-1366' where key = 'w1366'");

        var agency = (await NewStore().AllAsync(CancellationToken.None))["w1366"];

        Assert.Equal(("일삼육육", "02-1366"), (agency.NameKo, agency.Digits));
    }

    [Fact]
    public async Task An_agency_is_closed_on_a_holiday_that_our_staff_entered()
    {
        var schedule = NewSchedule();
        await schedule.InitialiseAsync(CancellationToken.None);
        await schedule.AddHolidayAsync(new DatedHoliday(new(2026, 11, 24), "임시공휴일", "Temporary holiday"), "김팀장", CancellationToken.None);

        var agencies = await NewStore(schedule: schedule).AllAsync(CancellationToken.None);

        Assert.False(agencies["legal"].CanTransferAt(Tuesday10));
        Assert.True(agencies["danuri"].CanTransferAt(Tuesday10));
    }

    [Fact]
    public async Task A_changed_number_is_in_force_here_at_once_elsewhere_within_five_seconds_and_unverified()
    {
        var (here, there) = (NewStore(), NewStore());
        await there.AllAsync(CancellationToken.None);
        var row = (await here.FindAsync("danuri", CancellationToken.None))!;

        await here.SetAsync(new AgencyChange("+82212345678", "02-1234-5678", null, "Warm").On(row), CancellationToken.None);

        Assert.Equal("+82212345678", (await here.AllAsync(CancellationToken.None))["danuri"].DialString);
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("02-1234-5678", (await there.AllAsync(CancellationToken.None))["danuri"].Digits);
        var changed = (await here.FindAsync("danuri", CancellationToken.None))!;
        Assert.Equal((null, TransferMode.Warm), (changed.VerifiedOn, changed.TransferMode));
    }

    [Theory]
    [InlineData("2026-08-26", false)]
    [InlineData("2026-08-25", true)]
    [InlineData(null, true)]
    public async Task A_number_has_to_be_verified_again_after_ninety_days(string? verified, bool due)
    {
        await ExecuteAsync("update agencies set verified_on = @verified::date, verified_by = case when @verified is not null then '김팀장' end where key = 'danuri'", new { verified });
        using var log = new ListLogger();
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(log));
        var store = NewStore();

        await new WatchAgenciesJob(store, clock, loggers.CreateLogger<WatchAgenciesJob>()).RunAsync(CancellationToken.None);

        // The Sunflower Center's number was never verified.
        Assert.Contains(due ? "danuri, sunflower" : ": sunflower.", Assert.Single(log.Lines).Text, StringComparison.Ordinal);
        Assert.Equal(due, (await store.FindAsync("danuri", CancellationToken.None))!.NeedsVerification(new(2026, 11, 24)));
    }

    [Theory]
    [InlineData("update agencies set transfer_mode = 'Cold' where key = 'police'")]
    [InlineData("update agencies set transfer_mode = 'PointOnly' where key = 'w1366'")]
    [InlineData("update agencies set digits = '1366번' where key = 'w1366'")]
    public async Task The_table_itself_refuses_what_would_hurt_a_caller(string sql) =>
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => ExecuteAsync(sql));

    [Theory]
    [InlineData("+82", "", true)]
    [InlineData("sip:", "@trunk.example.kr", true)]
    [InlineData("", "", false)]
    [InlineData("sip:", "", false)]
    [InlineData("82", "", false)]
    public void A_prefix_that_makes_nothing_dialable_stops_the_start(string prefix, string suffix, bool good)
    {
        var result = new AgenciesOptionsValidation().Validate(null, new AgenciesOptions { ShortCodePrefix = prefix, ShortCodeSuffix = suffix });

        Assert.Equal(good, result.Succeeded);
    }

    private async Task ExecuteAsync(string sql, object? parameters = null)
    {
        await using var connection = await Database.Source.OpenConnectionAsync();
        await connection.ExecuteAsync(sql, parameters);
    }

    private ScheduleStore NewSchedule() => new(Database.Source, Options.Create(new ScheduleOptions()), new RandomIds(clock), clock);

    private AgencyStore NewStore(AgenciesOptions? options = null, string overflow = "+8221366", ScheduleStore? schedule = null) => new(
        Database.Source, schedule ?? NewSchedule(), Options.Create(new HotlineOptions { OverflowDialString = overflow }), Options.Create(options ?? new AgenciesOptions()), clock);
}
