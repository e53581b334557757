using Hotline.CallFlow;
using Hotline.CaseBackend;
using Hotline.Web.Callbacks;
using Hotline.Web.Recordings;
using Hotline.Web.Sealing;

namespace Hotline.Web.Cases;

/// <summary>What the case backend is told of a callback request, in its own words. Pure: the same facts give the same document.</summary>
/// <param name="RecordingId">The message that <paramref name="Statement"/> speaks of.</param>
public sealed record CaseContent(Callback Callback, Statement Statement, Guid? RecordingId, CasePriority Priority, IReadOnlyList<PrioritySignal> Signals)
{
    /// <param name="messages">The messages that count, oldest first: the last one is the statement.</param>
    public static CaseContent Of(Callback callback, IReadOnlyList<Recording> messages, CallKey key)
    {
        var message = messages is [.., var last] ? last : null;
        var urgency = messages.Aggregate(callback.Urgency, (urgency, m) => MoreUrgent(urgency, UrgencyOf(m)));
        return new(callback, StatementOf(message, key), message?.Id, PriorityOf(urgency), SignalsOf(callback, messages));
    }

    public OpenCase ToCase(IReadOnlyList<string> menuPath, TimeSpan? duration, DateTimeOffset receivedAt) => new()
    {
        Reference = Callback.Reference,
        ReceivedAt = receivedAt,
        Origin = CaseOrigin.CallbackRequest,
        Service = Enum.Parse<ServiceKind>(Callback.Service.ToString()),
        Priority = Priority,
        PrioritySignals = Signals,
        Language = Callback.Language == Language.English ? "en-US" : "ko-KR",
        Contact = new CaseContact(
            Callback.Number,
            Anonymous: true,
            Enum.Parse<IfUnanswered>(Callback.Message.ToString()),
            Callback.Window.AsSoonAsPossible ? [] : [new(Callback.Window.From, Callback.Window.To)]),
        Statement = Statement,
        Call = new CaseCall(Callback.CallId, AnsweredBy: null, duration, menuPath),
    };

    public static Statement StatementOf(Recording? message, CallKey key) => message is null
        ? new Statement(StatementState.None)
        : new Statement(StateOf(message.Statement))
        {
            Text = RecordingStore.OpenTranscript(message, key),
            Confidence = message.Confidence,
            Engine = message.Engine,
            Recorded = TimeSpan.FromSeconds(message.Seconds),
            Unfinished = message.Unfinished,
        };

    /// <summary>U0 and U1 are urgent, U2 high, the rest routine.</summary>
    public static CasePriority PriorityOf(Urgency urgency) => urgency switch
    {
        Urgency.U0 or Urgency.U1 => CasePriority.Urgent,
        Urgency.U2 => CasePriority.High,
        _ => CasePriority.Routine,
    };

    /// <summary>How urgent the words of a message make the request. Words only raise; none raises too, for it may be someone who cannot speak.</summary>
    public static Urgency UrgencyOf(Recording message) => message switch
    {
        { Severity: "Critical" } when message.Signals.Any(s => s is "self-harm" or "physical-danger") => Urgency.U0,
        { Severity: "Critical" } => Urgency.U1,
        { Severity: "High" } when message.Signals.Contains("minor", StringComparer.Ordinal) => Urgency.U1,
        { Severity: "High" or "Review" } => Urgency.U2,
        { Statement: StatementStates.NoSpeech or StatementStates.Failed } => Urgency.U2,
        _ => Urgency.U4,
    };

    private static Urgency MoreUrgent(Urgency one, Urgency other) => one < other ? one : other;

    public static StatementState StateOf(string statement) => statement switch
    {
        StatementStates.Pending => StatementState.Pending,
        StatementStates.Transcribed => StatementState.Transcribed,
        StatementStates.NoSpeech => StatementState.NoSpeech,
        StatementStates.Failed or StatementStates.Off => StatementState.Failed,
        _ => throw new InvalidOperationException($"'{statement}' is no state of a statement."),
    };

    private static PrioritySignal[] SignalsOf(Callback callback, IReadOnlyList<Recording> messages)
    {
        var signals = messages.SelectMany(m => m.Signals).Distinct(StringComparer.Ordinal).Select(SignalOf).ToList();
        if (callback.MarkedUrgent)
            signals.Add(PrioritySignal.CallerMarkedUrgent);
        return [.. signals.Order()];
    }

    private static PrioritySignal SignalOf(string signal) => signal switch
    {
        "self-harm" => PrioritySignal.SelfHarm,
        "physical-danger" => PrioritySignal.PhysicalDanger,
        "ongoing-distribution" => PrioritySignal.OngoingDistribution,
        "blackmail" => PrioritySignal.Blackmail,
        "minor" => PrioritySignal.Minor,
        _ => throw new InvalidOperationException($"'{signal}' is no signal of the case backend."),
    };
}
