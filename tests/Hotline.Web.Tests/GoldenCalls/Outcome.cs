using System.Globalization;
using System.Runtime.Versioning;
using Dapper;
using Hotline.CallFlow.Hours;
using Hotline.Sandbox.Network;
using Hotline.Web.Agencies;
using Hotline.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Web.Tests.GoldenCalls;

/// <summary>What a call came to, in the words of the line 결과. Read from the database and the case backend, not from what was heard.</summary>
[SupportedOSPlatform("linux")]
public sealed class Outcome(LineUnderTest line, SimulatedCall call)
{
    private const string Nothing = "없음";

    public Task<string> OfAsync(string name) => name switch
    {
        "통화" => CallAsync("coalesce(end_reason, '')", word => word switch
        {
            "" => "이어짐",
            "finished" => "마침",
            "hung-up" => "끊음",
            "cut-off" => "대기중끊음",
            "quick-exit" => "바로끊기",
            _ => word,
        }),
        "사례" => Task.FromResult(Cases()),
        "연락" => CallbackAsync("state", word => word is "open" ? "열림" : word is "cancelled" ? "취소" : word),
        "때" => WindowAsync(),
        "부재" => CallbackAsync("message_permission", word => word switch
        {
            "LeaveNothing" => "남기지않음",
            "VoiceWithoutName" => "음성",
            "TextWithoutName" => "문자",
            _ => word,
        }),
        "번호" => Task.FromResult(Phone()),
        "동의" => ConsentsAsync(given: true),
        "거절" => ConsentsAsync(given: false),
        "녹음" => RecordingsAsync(),
        "연결" => TransfersAsync(),
        "대기" => WaitsAsync(),
        "긴급도" => CallAsync("'U' || urgency", word => word),
        "말" => CallAsync("cannot_speak::text", word => word is "true" ? "어려움" : "보통"),
        "언어" => CallAsync("language", word => word is "Korean" ? "한국어" : "영어"),
        "도움" => CallAsync("service", Service),
        _ => throw new InvalidOperationException($"Nobody knows the fact {name}."),
    };

    private static string Service(string word) => word switch
    {
        "NotStated" => "미정",
        "Counseling" => "상담",
        "DeletionSupport" => "삭제",
        "InvestigationSupport" => "수사",
        "LegalSupport" => "법률",
        "MedicalSupport" => "의료",
        _ => word,
    };

    private async Task<string> CallAsync(string column, Func<string, string> word) =>
        word(await line.ScalarAsync<string>($"select {column} from calls where call_sid = @sid", new { sid = call.Sid }));

    /// <summary>The latest request, whichever call made it.</summary>
    private async Task<string> CallbackAsync(string column, Func<string, string> word) =>
        word(await line.ScalarAsync<string?>($"select {column} from callbacks order by created_at desc limit 1") ?? Nothing);

    private async Task<string> WindowAsync()
    {
        await using var connection = await line.Database.Source.OpenConnectionAsync();
        var window = await connection.QuerySingleOrDefaultAsync<Window>("select as_soon_as_possible as soon, window_from as from_at, window_to as to_at from callbacks order by created_at desc limit 1");
        return window switch
        {
            null => Nothing,
            { Soon: true } => "빨리",
            _ => string.Create(CultureInfo.InvariantCulture, $"{SeoulTime.In(window.FromAt):MM-dd HH:mm}~{SeoulTime.In(window.ToAt):HH:mm}"),
        };
    }

    private string Cases()
    {
        if (line.World.Cases.Cases is not [.., var last])
            return Nothing;
        var priority = last.Entries.Where(entry => entry.TryGetProperty("priority", out _)).Select(entry => entry.GetProperty("priority").GetString()).LastOrDefault() ?? last.Text("priority");
        var statement = last.Statements()[^1].GetProperty("state").GetString();
        return $"{line.World.Cases.Cases.Count}건 {Priority(priority)} {Statement(statement)}";
    }

    private static string? Priority(string? word) => word switch
    {
        "urgent" => "긴급",
        "high" => "높음",
        "routine" => "보통",
        _ => word,
    };

    private static string? Statement(string? word) => word switch
    {
        "none" => "말씀없음",
        "transcribed" => "받아씀",
        "pending" => "기다림",
        "no-speech" => "소리없음",
        "failed" => "실패",
        _ => word,
    };

    private string Phone() => line.World.Cases.Cases is [.., var last] && last.Text("contact.phone") is ['+', '8', '2', .. { Length: 10 } number]
        ? $"0{number[..2]}-{number[2..6]}-{number[6..]}"
        : Nothing;

    private async Task<string> ConsentsAsync(bool given) => Joined(
        await RowsAsync<string>("select kind from consents where call_id = (select id from calls where call_sid = @sid) and given = @given group by kind order by min(id)", new { sid = call.Sid, given }),
        kind => kind is "Number" ? "번호" : kind is "Message" ? "녹음" : kind,
        " ");

    private async Task<string> RecordingsAsync() =>
        await line.ScalarAsync<long>("select count(*) from recordings where state in ('left', 'fetched')") is var count and > 0 ? $"{count}개" : Nothing;

    private async Task<string> TransfersAsync()
    {
        var agencies = await line.Services.GetRequiredService<AgencyStore>().AllAsync(CancellationToken.None);
        var tried = await RowsAsync<string>(
            """
            select detail ->> 'agency' || case detail ->> 'connected' when 'true' then ' 됨' else ' 안됨' end from call_events
            where call_id = (select id from calls where call_sid = @sid) and name = 'transfer-finished' order by id
            """,
            new { sid = call.Sid });
        return Joined(tried, words => words.Split(' ') is [var key, var how] ? $"{agencies[key].Digits} {how}" : words, ", ");
    }

    private async Task<string> WaitsAsync()
    {
        var entries = await RowsAsync<bool>(
            """
            select coalesce((detail ->> 'afterCutOff')::boolean, false) from call_events
            where call_id = (select id from calls where call_sid = @sid) and name = 'queue-entered' order by id
            """,
            new { sid = call.Sid });
        return entries.Count is 0 ? Nothing : $"{entries.Count}번{(entries.Contains(true) ? " 먼저" : "")}";
    }

    private async Task<IReadOnlyList<T>> RowsAsync<T>(string sql, object parameters)
    {
        await using var connection = await line.Database.Source.OpenConnectionAsync();
        return (await connection.QueryAsync<T>(sql, parameters)).AsList();
    }

    private static string Joined(IReadOnlyList<string> words, Func<string, string> said, string between) =>
        words.Count is 0 ? Nothing : string.Join(between, words.Select(said));

    private sealed class Window
    {
        public bool Soon { get; init; }

        public DateTimeOffset FromAt { get; init; }

        public DateTimeOffset ToAt { get; init; }
    }
}
