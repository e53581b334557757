using Dapper;
using Hotline.Web.FollowUps;
using Npgsql;

namespace Hotline.Web.Console;

/// <summary>Follow-ups that gave up and wait for a person.</summary>
public sealed class FailedJobStore(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<FailedJob>> ListAsync(int most, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<FailedJob>(new CommandDefinition(
            """
            select f.id, f.kind, f.attempts, f.gave_up_at, f.last_error, f.call_id, cb.reference
            from follow_ups f
            left join callbacks cb on cb.call_id = f.call_id
            where f.gave_up_at is not null and f.done_at is null
            order by f.gave_up_at desc
            limit @most
            """,
            new { most },
            cancellationToken: cancellation));
        return [.. rows];
    }
}

/// <summary>
/// A piece of work that was tried as often as it may be. Its last error was written by the job and is free of personal data; the
/// reference is that of the request that it belongs to, when there is one.
/// </summary>
public sealed record FailedJob(Guid Id, string Kind, int Attempts, DateTimeOffset GaveUpAt, string? LastError, Guid CallId, string? Reference)
{
    /// <summary>A kind that this version does not know shows as itself.</summary>
    public string KindInKorean => Enum.TryParse<FollowUpKind>(Kind, out var known) ? InKorean(known) : Kind;

#pragma warning disable CS8524 // Whatever was parsed has a name; a kind that is added must be named here, or this does not compile.
    private static string InKorean(FollowUpKind kind) => kind switch
    {
        FollowUpKind.OpenCase => "사례 열기",
        FollowUpKind.AppendEntry => "사례에 덧붙이기",
        FollowUpKind.WithdrawCase => "사례 철회 알리기",
        FollowUpKind.FetchMessage => "녹음 가져오기",
        FollowUpKind.SeekMessage => "녹음 찾기",
        FollowUpKind.TranscribeMessage => "글로 변환하기",
        FollowUpKind.DeleteAtCarrier => "통신사에서 지우기",
        FollowUpKind.DestroyKey => "열쇠 파기하기",
    };
#pragma warning restore CS8524
}
