using Hotline.Sandbox.Network.Webhooks;
using Hotline.Twilio;
using Hotline.Twilio.Twiml;
using Hotline.Twilio.Webhooks;

namespace Hotline.Sandbox.Network.Rooms;

/// <summary>A conference: who is in it, and the events it tells (Twilio contract §1.6).</summary>
public sealed class SimulatedConference
{
    private readonly Lock gate = new();
    private readonly List<ConferenceParticipant> participants = [];
    private readonly TelephoneNetwork network;
    private readonly CallbackLine callbacks;
    private ProgressOfConference? subscription;
    private int nextSequence;

    internal SimulatedConference(TelephoneNetwork network, string sid, string name)
    {
        this.network = network;
        Sid = sid;
        Name = name;
        CreatedAt = network.Time.GetUtcNow();
        callbacks = new(network.Webhooks, network.Faults, network.Time, network.Running);
    }

    public string Sid { get; }
    public string Name { get; }
    public DateTimeOffset CreatedAt { get; }
    public bool HasStarted { get; private set; }
    public bool IsOver => ReasonEnded is not null;
    public string? ReasonEnded { get; private set; }
    public string? EndedByCallSid { get; private set; }

    public IReadOnlyList<ConferenceParticipant> Participants
    {
        get
        {
            lock (gate)
                return [.. participants];
        }
    }

    /// <summary>By call SID or label.</summary>
    public ConferenceParticipant? Find(string callSidOrLabel) => Participants.FirstOrDefault(participant =>
        string.Equals(participant.Call.Sid, callSidOrLabel, StringComparison.Ordinal) || string.Equals(participant.Label, callSidOrLabel, StringComparison.Ordinal));

    /// <summary>Null when the label is taken (16025), the room is full, or it just ended.</summary>
    internal ConferenceParticipant? Join(SimulatedCall call, Conference noun, Func<string, string> absolute)
    {
        lock (gate)
        {
            var taken = noun.ParticipantLabel is { } label && participants.Exists(other => string.Equals(other.Label, label, StringComparison.Ordinal));
            if (IsOver || taken || participants.Count >= (noun.MaxParticipants ?? 250))
                return null;
            // Only the first participant's subscription counts.
            if (participants.Count is 0 && !HasStarted && subscription is null)
                subscription = noun.StatusCallback is { } url ? new(absolute(url), noun.StatusCallbackMethod ?? CallbackMethod.Post, noun.StatusCallbackEvent) : ProgressOfConference.None;
            var joined = new ConferenceParticipant(call, noun);
            participants.Add(joined);
            Tell(ConferenceEventKind.Join, "participant-join", joined, []);
            StartIfReady(joined);
            return joined;
        }
    }

    internal void Leave(SimulatedCall call, string reason)
    {
        lock (gate)
        {
            if (participants.Find(participant => participant.Call == call) is not { } leaving)
                return;
            participants.Remove(leaving);
            Tell(ConferenceEventKind.Leave, "participant-leave", leaving,
                [("ParticipantCallStatus", Wire.Word(call.IsOver ? call.Status : CallStatus.InProgress)), ("ReasonParticipantLeft", reason)]);
            if (IsOver)
                return;
            if (leaving.EndOnExit && participants.Count > 0)
                EndNow(reason is "participant_hung_up" ? "participant-with-end-conference-on-exit-left" : "participant-with-end-conference-on-exit-kicked", leaving);
            else if (participants.Count is 0)
                EndNow(reason is "participant_updated_via_api" ? "last-participant-kicked" : "last-participant-left", leaving);
        }
    }

    /// <summary>Ended by the hotline.</summary>
    internal void End()
    {
        lock (gate)
        {
            if (!IsOver)
                EndNow("conference-ended-via-api", null);
        }
    }

    internal void Tell(ConferenceEventKind kind, string word, ConferenceParticipant? about, IReadOnlyList<(string Name, string Value)> more)
    {
        lock (gate)
        {
            if (subscription is not { Url: { } url } || !subscription.Events.Contains(kind))
                return;
            callbacks.Send(url, subscription.Method,
            [
                ("AccountSid", network.Settings.AccountSid), ("ConferenceSid", Sid), ("FriendlyName", Name), ("StatusCallbackEvent", word),
                ("SequenceNumber", CallParameters.Number(++nextSequence)), ("Timestamp", CallParameters.Rfc2822(network.Time.GetUtcNow())),
                .. About(about), .. more,
            ]);
        }
    }

    /// <summary>A participant says something, and those who may hear it do.</summary>
    internal void Say(SimulatedCall speaker, HeardKind kind, string text)
    {
        var everybody = Participants;
        if (!HasStarted || everybody.FirstOrDefault(participant => participant.Call == speaker) is not { } from)
            return;
        foreach (var other in everybody.Where(other => other != from && from.IsHeardBy(other)))
            other.Call.Hear(kind, text);
    }

    private void StartIfReady(ConferenceParticipant newest)
    {
        if (!HasStarted && participants.Count >= 2 && participants.Exists(participant => participant.StartOnEnter))
        {
            HasStarted = true;
            Tell(ConferenceEventKind.Start, "conference-start", newest, []);
            participants.ForEach(participant => participant.Call.Mailbox.Post(new Signal.Started(this)));
        }
        else if (HasStarted)
        {
            newest.Call.Mailbox.Post(new Signal.Started(this));
        }
    }

    private void EndNow(string reason, ConferenceParticipant? by)
    {
        ReasonEnded = reason;
        EndedByCallSid = by?.Call.Sid;
        participants.ForEach(participant => participant.Call.Mailbox.Post(new Signal.Parted(this)));
        List<(string, string)> more = [("ReasonConferenceEnded", reason), ("Reason", reason)];
        if (by is not null)
            more.AddRange([("CallSidEndingConference", by.Call.Sid), ("ParticipantLabelEndingConference", by.Label ?? "")]);
        Tell(ConferenceEventKind.End, "conference-end", null, more);
    }

    private static IReadOnlyList<(string Name, string Value)> About(ConferenceParticipant? participant) => participant is null ? [] :
    [
        ("CallSid", participant.Call.Sid), ("Muted", Bool(participant.Muted)), ("Hold", Bool(participant.Hold)),
        ("Coaching", Bool(participant.CoachedCallSid is not null)), ("EndConferenceOnExit", Bool(participant.EndOnExit)),
        ("StartConferenceOnEnter", Bool(participant.StartOnEnter)),
        .. participant.Label is { } label ? [("ParticipantLabel", label)] : Array.Empty<(string, string)>(),
    ];

    private static string Bool(bool value) => value ? "true" : "false";

    private sealed record ProgressOfConference(string? Url, CallbackMethod Method, IReadOnlyList<ConferenceEventKind> Events)
    {
        public static readonly ProgressOfConference None = new(null, CallbackMethod.Post, []);
    }
}
