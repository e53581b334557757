using Dapper;
using Npgsql;

namespace Hotline.Web.Staff;

/// <summary>The table <c>staff</c>. Contacts are sealed on the way in and opened on the way out.</summary>
public sealed class StaffStore(NpgsqlDataSource database, ContactSeal seal)
{
    private const string Columns =
        "id, email, name, role, contact_kind, contact_sealed, languages, gender, skills, status, status_at, created_at";

    public async Task AddAsync(StaffMember member, NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        var row = new
        {
            member.Id,
            member.Email,
            member.Name,
            member.Role,
            contactKind = member.Contact?.Kind,
            contactSealed = seal.Seal(member.Id, member.Contact),
            languages = member.Languages.ToArray(),
            member.Gender,
            skills = member.Skills.ToArray(),
            member.Status,
            member.StatusAt,
            member.CreatedAt,
        };
        await connection.ExecuteAsync(
            $"""
            insert into staff ({Columns})
            values (@Id, @Email, @Name, @Role, @contactKind, @contactSealed, @languages, @Gender, @skills, @Status, @StatusAt, @CreatedAt)
            """,
            row,
            transaction);
    }

    public async Task<StaffMember?> FindAsync(Guid id, CancellationToken cancellation) =>
        (await ReadAsync("where id = @id", new { id }, cancellation)).SingleOrDefault();

    public async Task<StaffMember?> FindByEmailAsync(string email, CancellationToken cancellation) =>
        (await ReadAsync("where email = lower(@email)", new { email }, cancellation)).SingleOrDefault();

    public Task<IReadOnlyList<StaffMember>> ListAsync(CancellationToken cancellation) =>
        ReadAsync("order by name, email", new { }, cancellation);

    /// <summary>Everybody who can be rung, without how: what routing has to know.</summary>
    public async Task<IReadOnlyList<StaffOnDuty>> TakingCallsAsync(NpgsqlConnection connection, NpgsqlTransaction transaction) =>
        (await connection.QueryAsync<StaffOnDuty>(
            "select id, languages, gender, skills, status, status_at from staff where contact_kind is not null order by id", transaction: transaction)).AsList();

    /// <returns>False when nobody has that address.</returns>
    public async Task<bool> SetStatusAsync(string email, string status, DateTimeOffset at, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var changed = await connection.ExecuteAsync(new CommandDefinition(
            "update staff set status = @status, status_at = @at where email = lower(@email)", new { email, status, at }, cancellationToken: cancellation));
        return changed == 1;
    }

    private async Task<IReadOnlyList<StaffMember>> ReadAsync(string condition, object parameters, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<Row>(
            new CommandDefinition($"select {Columns} from staff {condition}", parameters, cancellationToken: cancellation));
        return [.. rows.Select(ToMember)];
    }

    private StaffMember ToMember(Row row) => new(
        row.Id,
        row.Email,
        row.Name,
        row.Role,
        seal.Open(row.Id, row.ContactKind, row.ContactSealed),
        row.Languages,
        row.Gender,
        row.Skills,
        row.Status,
        row.StatusAt,
        row.CreatedAt);

    private sealed record Row(
        Guid Id,
        string Email,
        string Name,
        string Role,
        string? ContactKind,
        byte[]? ContactSealed,
        string[] Languages,
        string? Gender,
        string[] Skills,
        string Status,
        DateTimeOffset StatusAt,
        DateTimeOffset CreatedAt);
}

/// <param name="Status">One of <see cref="StaffStatus"/>.</param>
public sealed record StaffOnDuty(Guid Id, string[] Languages, string? Gender, string[] Skills, string Status, DateTimeOffset StatusAt);
