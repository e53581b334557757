using Dapper;
using Npgsql;

namespace Hotline.Web.Console;

/// <summary>What the list of requests shows, across the tables that it comes from. Reads no sealed column.</summary>
public sealed class RequestListStore(NpgsqlDataSource database)
{
    /// <summary>Open requests first, by urgency and arrival; then the closed ones, newest first.</summary>
    public async Task<IReadOnlyList<RequestRow>> ListAsync(int most, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<RequestRow>(new CommandDefinition(
            """
            select cb.reference, cb.arrived_at, cb.urgency, cb.language, cb.as_soon_as_possible, cb.window_from, cb.window_to,
                   cb.state, r.statement, r.unfinished, c.state as case_state
            from callbacks cb
            left join lateral (
                select statement, unfinished from recordings
                where call_id = cb.call_id and state not in ('discarded', 'absent')
                order by left_at desc limit 1) r on true
            left join cases c on c.call_id = cb.call_id and c.purpose = 'callback-request'
            order by cb.state <> 'open',
                     case when cb.state = 'open' then cb.urgency end,
                     case when cb.state = 'open' then cb.arrived_at end,
                     cb.closed_at desc nulls last, cb.reference
            limit @most
            """,
            new { most },
            cancellationToken: cancellation));
        return [.. rows];
    }
}

/// <summary>
/// One request for a callback, without what would name its caller. Urgency is 0 (danger now) to 4 (information). The statement is the
/// state of the left message's transcript, null when none was left; the case state is null when there is no case and none is due.
/// </summary>
public sealed record RequestRow(
    string Reference,
    DateTimeOffset ArrivedAt,
    short Urgency,
    string Language,
    bool AsSoonAsPossible,
    DateTimeOffset WindowFrom,
    DateTimeOffset WindowTo,
    string State,
    string? Statement,
    bool? Unfinished,
    string? CaseState);
