using System.Runtime.Versioning;
using Dapper;
using Hotline.Web.Staff;

namespace Hotline.Web.Tests.Staff;

[SupportedOSPlatform("linux")]
public sealed class RequestListTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Arrived = new(2026, 11, 24, 3, 5, 0, TimeSpan.Zero);
    private StaffHost host = null!;
    private StaffBrowser browser = null!;

    public async Task InitializeAsync()
    {
        host = await StaffHost.StartAsync();
        browser = host.NewBrowser();
        var person = await host.EnrollAsync("boss@example.org", Roles.Supervisor);
        await browser.SignInAsync("boss@example.org", person.Password);
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Nothing_to_do_is_said_in_words()
    {
        var page = await browser.OpenAsync("/");

        Assert.Contains("아직 연락 요청이 없습니다", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<table>", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "없음")]
    [InlineData("pending", "대기")]
    [InlineData("transcribed", "변환됨")]
    [InlineData("no-speech", "말씀 없음")]
    [InlineData("failed", "실패 – 직접 들어야 함")]
    [InlineData("off", "변환 안 함 – 직접 들어야 함")]
    public async Task A_request_shows_what_became_of_the_message(string? statement, string words)
    {
        await AddRequestAsync("12345674", urgency: 3, Arrived, statement);

        var page = await browser.OpenAsync("/");

        Assert.Contains(">" + words + "</span>", page.Html, StringComparison.Ordinal);
        Assert.Contains("1234-5674", page.Html, StringComparison.Ordinal);
        Assert.Contains("11월 24일 (화) 12:05", page.Html, StringComparison.Ordinal);
        Assert.Contains("11월 25일 (수) 09:00–12:00", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_most_urgent_comes_first_then_the_longest_waiting()
    {
        await AddRequestAsync("11112222", urgency: 3, Arrived);
        await AddRequestAsync("33334444", urgency: 3, Arrived.AddMinutes(-5));
        await AddRequestAsync("55556666", urgency: 1, Arrived.AddMinutes(5));

        var html = (await browser.OpenAsync("/")).Html;

        int PlaceOf(string reference) => html.IndexOf(reference, StringComparison.Ordinal);
        Assert.InRange(PlaceOf("5555-6666"), 1, PlaceOf("3333-4444"));
        Assert.InRange(PlaceOf("3333-4444"), 1, PlaceOf("1111-2222"));
    }

    [Fact]
    public async Task Work_that_gave_up_is_shown_with_its_request()
    {
        var call = await AddRequestAsync("12345674", urgency: 3, Arrived);
        await using var connection = await host.Database.Source.OpenConnectionAsync();
        await connection.ExecuteAsync(
            "insert into follow_ups (id, call_id, kind, due_at, attempts, gave_up_at, last_error, created_at) values (@id, @call, 'OpenCase', @at, 9, @at, 'The backend said <no>.', @at)",
            new { id = new Guid("00000000-0000-0000-0000-0000000000f1"), call, at = Arrived });

        var html = (await browser.OpenAsync("/failed-jobs")).Html;

        Assert.Contains("사례 열기", html, StringComparison.Ordinal);
        Assert.Contains("12345674", html, StringComparison.Ordinal);
        Assert.Contains("The backend said &lt;no&gt;.", html, StringComparison.Ordinal);
    }

    private int added;

    private async Task<Guid> AddRequestAsync(string reference, short urgency, DateTimeOffset arrivedAt, string? statement = null)
    {
        added++;
        var call = new Guid(added, 0, 0, new byte[8]);
        await using var connection = await host.Database.Source.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            insert into calls (id, call_sid, caller_kind, language, urgency, service, step, turn, state_sealed, started_at)
            values (@call, @sid, 'number', 'Korean', @urgency, 'Counseling', 'Done', 1, '', @arrivedAt);
            insert into callbacks (id, call_id, reference, number_sealed, number_hash, as_soon_as_possible, window_from, window_to, message_permission, urgency, marked_urgent, language, service, arrived_at, state, created_at)
            values (@call, @call, @reference, '', '', false, @from, @to, 'None', @urgency, false, 'Korean', 'Counseling', @arrivedAt, 'open', @arrivedAt);
            """,
            new { call, sid = "CA" + call.ToString("N"), urgency, arrivedAt, reference, from = new DateTimeOffset(2026, 11, 25, 0, 0, 0, TimeSpan.Zero), to = new DateTimeOffset(2026, 11, 25, 3, 0, 0, TimeSpan.Zero) });
        if (statement is not null)
        {
            await connection.ExecuteAsync(
                "insert into recordings (id, call_id, recording_sid, state, left_at, statement) values (@call, @call, @sid, 'fetched', @arrivedAt, @statement)",
                new { call, sid = "RE" + call.ToString("N"), arrivedAt, statement });
        }

        return call;
    }
}
