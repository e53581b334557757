using System.Collections.Concurrent;
using System.Security.Cryptography;
using Hotline.Sandbox.Faults;
using Hotline.Sandbox.Network.Rooms;
using Hotline.Sandbox.Network.Webhooks;
using Hotline.Twilio.Twiml;
using Hotline.Twilio.Webhooks;

namespace Hotline.Sandbox.Network;

/// <summary>
/// The telephone network and the carrier, simulated: phones, calls and what they run, queues, conferences, recordings. It
/// asks nobody but the hotline.
/// </summary>
public sealed class TelephoneNetwork
{
    /// <summary>Real time that a test waits for quiet before it is told that something hangs.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CallbackLine callbacks;
    private readonly ConcurrentDictionary<string, SimulatedPhone> phones = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SimulatedCall> calls = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IncomingNumber> numbers = new(StringComparer.Ordinal);

    /// <param name="transport">Reaches the hotline; must not follow redirects by itself.</param>
    public TelephoneNetwork(SandboxSettings settings, HttpMessageInvoker transport, TimeProvider time, FaultPlan faults)
    {
        Settings = settings;
        Time = time;
        Faults = faults;
        Sids = new(settings.Seed ?? RandomNumberGenerator.GetInt32(int.MaxValue));
        Webhooks = new(settings, transport, time, faults, Sids);
        Rooms = new(this);
        callbacks = new(Webhooks, faults, time, Running);
        Number = numbers.GetOrAdd(settings.Number, number => new(Sids.Next("PN"), number)
        {
            VoiceUrl = settings.SignedBase + "/voice/incoming",
            VoiceFallbackUrl = settings.SignedBase + "/voice/fallback",
            StatusCallback = settings.SignedBase + "/voice/status",
        });
    }

    public SandboxSettings Settings { get; }
    public FaultPlan Faults { get; }

    /// <summary>The hotline's number.</summary>
    public IncomingNumber Number { get; }
    public IReadOnlyCollection<IncomingNumber> Numbers => [.. numbers.Values];
    public IReadOnlyCollection<SimulatedCall> Calls => [.. calls.Values.OrderBy(call => call.StartedAt)];
    public IReadOnlyCollection<SimulatedPhone> Phones => [.. phones.Values];
    public ConcurrentDictionary<string, SimulatedRecording> Recordings { get; } = new(StringComparer.Ordinal);

    /// <summary>Every document that the hotline answered with.</summary>
    public ConcurrentQueue<ReceivedDocument> Documents { get; } = new();
    public ConcurrentQueue<NetworkProblem> Problems { get; } = new();

    /// <summary>Every request that the hotline got.</summary>
    public IReadOnlyCollection<SentWebhook> Sent => [.. Webhooks.Sent];

    /// <summary>Tells that a message was recorded before it asks the action, as the carrier sometimes does.</summary>
    public bool RecordingsCompleteFirst { get; set; }

    /// <summary>Something changed at a call.</summary>
    public event EventHandler<CallChangedEventArgs>? Changed;

    internal TimeProvider Time { get; }
    internal SidSource Sids { get; }
    internal Activity Running { get; } = new();
    internal WebhookSender Webhooks { get; }
    internal RoomList Rooms { get; }
    public IReadOnlyCollection<WaitingLine> Queues => Rooms.Queues;
    public IReadOnlyCollection<SimulatedConference> Conferences => Rooms.Conferences;

    public SimulatedPhone Phone(string address) => phones.GetOrAdd(address, _ => new(this, address, address));

    /// <summary>The phone of a made-up caller of that kind; <paramref name="which"/> tells several of a kind apart.</summary>
    public SimulatedPhone Phone(CallerKind kind, int which = 0) => kind switch
    {
        CallerKind.Mobile => Phone(FormattableString.Invariant($"+82100000{which:D4}")),
        CallerKind.Withheld => phones.GetOrAdd(FormattableString.Invariant($"withheld-{which}"), key => new(this, key, "anonymous")),
        CallerKind.Abroad => Phone(FormattableString.Invariant($"+1202555{100 + (which % 100):D4}")),
        CallerKind.Relay => phones.GetOrAdd(FormattableString.Invariant($"relay-{which}"), key => new(this, key, "107")),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public SimulatedCall? FindCall(string sid) => calls.GetValueOrDefault(sid);

    /// <summary>Waits until every call needs somebody or is over, and every callback was delivered.</summary>
    public Task SettleAsync() => Running.QuietAsync(Patience, "The network");

    /// <summary>Delivers the callbacks that the fault plan held back.</summary>
    public Task ReleaseHeldCallbacksAsync()
    {
        foreach (var call in Calls)
            call.Callbacks.ReleaseHeld();
        return SettleAsync();
    }

    internal IncomingNumber? FindNumber(string phoneNumber) => numbers.GetValueOrDefault(phoneNumber);

    /// <summary>In a stepwise network, waits for quiet.</summary>
    internal Task StepAsync() => Settings.Pace is NetworkPace.Stepwise ? SettleAsync() : Task.CompletedTask;

    /// <summary>How long speech takes at this network's pace.</summary>
    internal TimeSpan Paced(TimeSpan length) => Settings.Pace is NetworkPace.Live ? length : TimeSpan.Zero;

    internal SimulatedCall Dial(SimulatedPhone phone, string number, string? forwardedFrom)
    {
        var incoming = FindNumber(number) ?? throw new InvalidOperationException("The account has no such number.");
        return Begin(new(phone, phone.PresentedAs, number, CallDirection.Inbound)
        {
            ForwardedFrom = forwardedFrom,
            Start = Address(incoming.VoiceUrl, incoming.VoiceMethod),
            Fallback = Address(incoming.VoiceFallbackUrl, incoming.VoiceFallbackMethod),
            Progress = incoming.StatusCallback is { } url ? new(url, incoming.StatusCallbackMethod, [CallEvent.Completed]) : null,
        });
    }

    internal SimulatedCall Begin(CallSetup setup)
    {
        var call = new SimulatedCall(this, setup);
        calls[call.Sid] = call;
        setup.Phone.Add(call);
        call.Running.Enter();
        _ = new CallRun(call).RunAsync();
        return call;
    }

    /// <summary>A call may show a number of the account, a verified one, or nothing that is a number.</summary>
    internal bool MayPresent(string from) => FindNumber(from) is not null || Settings.VerifiedNumbers.Contains(from, StringComparer.Ordinal) || !from.StartsWith('+');

    internal void Deliver(string sid, string to, string from, string body, TwimlSource.Address? callback)
    {
        Phone(to).Messages.Enqueue(new(sid, from, body, Time.GetUtcNow()));
        foreach (var status in callback is null ? [] : (string[])["sent", "delivered"])
            callbacks.Send(callback!.Url, callback.Method, [("AccountSid", Settings.AccountSid), ("From", from), ("MessageSid", sid), ("MessageStatus", status), ("SmsSid", sid), ("SmsStatus", status), ("To", to)]);
    }

    internal void Tell(SimulatedCall call, HeardLine? line) => Changed?.Invoke(this, new(call, line));

    private static TwimlSource.Address? Address(string? url, CallbackMethod method) => string.IsNullOrEmpty(url) ? null : new(url, method);
}
