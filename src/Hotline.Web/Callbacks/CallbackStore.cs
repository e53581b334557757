using Dapper;
using Hotline.CallFlow;
using Hotline.Web.Postgres;
using Hotline.Web.Sealing;
using Npgsql;

namespace Hotline.Web.Callbacks;

/// <summary>Requests to be called back. The number is sealed; only the window and the permission lie open, for the sweeps.</summary>
public sealed class CallbackStore
{
    public void Add(
        WriteBatch batch, Guid id, Guid callId, CallKey key, string reference, CallbackDraft draft, byte[] numberHash, CallState state, DateTimeOffset arrivedAt, DateTimeOffset now)
    {
        var window = draft.Window ?? throw new InvalidOperationException("A callback is agreed only with a window.");
        batch.Add(
            """
            insert into callbacks (id, call_id, reference, number_sealed, number_hash, as_soon_as_possible, window_from, window_to,
                message_permission, urgency, marked_urgent, language, service, arrived_at, state, created_at)
            values (@id, @callId, @reference, @number, @numberHash, @asap, @from, @to, @permission, @urgency, @markedUrgent, @language, @service, @arrivedAt, 'open', @now)
            """,
            ("id", id),
            ("callId", callId),
            ("reference", reference),
            ("number", draft.Number is { } number ? key.Seal(NumberIdentity(callId), number) : []),
            ("numberHash", numberHash),
            ("asap", window.AsSoonAsPossible),
            ("from", window.From),
            ("to", window.To),
            ("permission", draft.Message.ToString()),
            ("urgency", (short)state.Urgency),
            ("markedUrgent", state.Urgency <= Urgency.U1),
            ("language", state.Language.ToString()),
            ("service", state.Service.ToString()),
            ("arrivedAt", arrivedAt),
            ("now", now));
    }

    public void Move(WriteBatch batch, string reference, SafeWindow window) =>
        batch.Add(
            "update callbacks set window_from = @from, window_to = @to, as_soon_as_possible = @asap where reference = @reference and state = 'open'",
            ("from", window.From),
            ("to", window.To),
            ("asap", window.AsSoonAsPossible),
            ("reference", reference));

    /// <summary>The caller no longer wants it: the number is destroyed with the request.</summary>
    public void Cancel(WriteBatch batch, string reference, DateTimeOffset now) =>
        batch.Add(
            "update callbacks set state = 'cancelled', closed_at = @now, number_sealed = '', number_hash = '' where reference = @reference and state = 'open'",
            ("reference", reference),
            ("now", now));

    public async Task<Callback?> FindByCallAsync(NpgsqlConnection connection, Guid callId, CallKey key, NpgsqlTransaction? transaction = null) =>
        (await connection.QuerySingleOrDefaultAsync<CallbackRow>(Select + " where call_id = @callId", new { callId }, transaction))?.Open(key);

    /// <returns>The call that the open request with this reference belongs to; null when there is none, or it is closed.</returns>
    public async Task<OpenCallback?> FindOpenAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, string reference) =>
        await connection.QuerySingleOrDefaultAsync<OpenCallback>(
            "select call_id, reference from callbacks where reference = @reference and state = 'open' for update", new { reference }, transaction);

    /// <returns>The call behind a reference, whatever became of the request.</returns>
    public async Task<Guid?> CallOfAsync(NpgsqlConnection connection, string reference, NpgsqlTransaction? transaction = null) =>
        await connection.QuerySingleOrDefaultAsync<Guid?>("select call_id from callbacks where reference = @reference", new { reference }, transaction);

    public async Task RaiseUrgencyAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid callId, Urgency urgency) =>
        await connection.ExecuteAsync(
            "update callbacks set urgency = least(urgency, @urgency) where call_id = @callId",
            new { callId, urgency = (short)urgency },
            transaction);

    private static string NumberIdentity(Guid callId) => $"callbacks.number/{callId}";

    private const string Select =
        """
        select id, call_id, reference, number_sealed, as_soon_as_possible, window_from, window_to, message_permission, urgency, marked_urgent, language, service, arrived_at, created_at, state
        from callbacks
        """;

    private sealed class CallbackRow
    {
        public Guid Id { get; init; }

        public Guid CallId { get; init; }

        public required string Reference { get; init; }

        public required byte[] NumberSealed { get; init; }

        public bool AsSoonAsPossible { get; init; }

        public DateTimeOffset WindowFrom { get; init; }

        public DateTimeOffset WindowTo { get; init; }

        public required string MessagePermission { get; init; }

        public short Urgency { get; init; }

        public bool MarkedUrgent { get; init; }

        public required string Language { get; init; }

        public required string Service { get; init; }

        public DateTimeOffset ArrivedAt { get; init; }

        public DateTimeOffset CreatedAt { get; init; }

        public required string State { get; init; }

        public Callback Open(CallKey key) => new(
            Id,
            CallId,
            Reference,
            NumberSealed.Length == 0 ? null : key.OpenText(NumberIdentity(CallId), NumberSealed),
            new SafeWindow(WindowFrom, WindowTo, AsSoonAsPossible),
            Enum.Parse<MessagePermission>(MessagePermission),
            (Urgency)Urgency,
            MarkedUrgent,
            Enum.Parse<Language>(Language),
            Enum.Parse<Service>(Service),
            ArrivedAt,
            CreatedAt,
            IsOpen: string.Equals(State, "open", StringComparison.Ordinal));
    }
}

/// <param name="Number">E.164; null once the request was cancelled, and where a message was left from a withheld number while our database was gone.</param>
/// <param name="MarkedUrgent">The caller said so; <paramref name="Urgency"/> may have been raised by the words of a message since.</param>
/// <param name="ArrivedAt">The place in line: when the caller first arrived.</param>
public sealed record Callback(
    Guid Id,
    Guid CallId,
    string Reference,
    string? Number,
    SafeWindow Window,
    MessagePermission Message,
    Urgency Urgency,
    bool MarkedUrgent,
    Language Language,
    Service Service,
    DateTimeOffset ArrivedAt,
    DateTimeOffset RequestedAt,
    bool IsOpen);

public sealed class OpenCallback
{
    public Guid CallId { get; init; }

    public required string Reference { get; init; }
}
