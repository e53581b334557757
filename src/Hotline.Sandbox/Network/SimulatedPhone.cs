using System.Collections.Concurrent;
using Hotline.Twilio.Webhooks;

namespace Hotline.Sandbox.Network;

/// <summary>Which kind of caller somebody is, as the carrier presents them.</summary>
public enum CallerKind
{
    /// <summary>A Korean mobile with its number shown.</summary>
    Mobile,
    /// <summary>The number is withheld.</summary>
    Withheld,
    /// <summary>From another country.</summary>
    Abroad,
    /// <summary>The 107 relay service: an operator who signs or types for the caller.</summary>
    Relay,
}

/// <summary>A telephone, a SIP address or a browser client: it dials, and it rings.</summary>
/// <param name="presentedAs">What the called side sees; differs from the address only for a withheld number.</param>
public sealed class SimulatedPhone(TelephoneNetwork network, string address, string presentedAs)
{
    private readonly Lock gate = new();
    private readonly List<SimulatedCall> calls = [];
    private TaskCompletionSource rang = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Address => address;
    public string PresentedAs => presentedAs;

    /// <summary>Text messages that arrived here, oldest first.</summary>
    public ConcurrentQueue<TextMessage> Messages { get; } = new();
    public WhenCalled WhenCalled { get; set; } = new WhenCalled.Rings();

    /// <summary>Every call that this phone took part in, oldest first.</summary>
    public IReadOnlyList<SimulatedCall> Calls
    {
        get
        {
            lock (gate)
                return [.. calls];
        }
    }

    /// <summary>The call that rings here now.</summary>
    public SimulatedCall? Ringing => Calls.LastOrDefault(call => call is { IsOver: false, Direction: not CallDirection.Inbound, State: CallActivity.Ringing });

    /// <summary>The call that this phone is in now, ringing included.</summary>
    public SimulatedCall? Current => Calls.LastOrDefault(call => !call.IsOver);

    /// <summary>Calls the hotline.</summary>
    /// <param name="forwardedFrom">The number first dialled, when another carrier forwarded the call.</param>
    public async Task<SimulatedCall> DialAsync(string? number = null, string? forwardedFrom = null)
    {
        var call = network.Dial(this, number ?? network.Number.PhoneNumber, forwardedFrom);
        await network.StepAsync();
        return call;
    }

    /// <summary>Waits, in real time, until it rings.</summary>
    public async Task<SimulatedCall> RingsAsync(TimeSpan? patience = null)
    {
        while (true)
        {
            Task next;
            lock (gate)
                next = rang.Task;
            if (Ringing is { } call)
                return call;
            await next.WaitAsync(patience ?? TelephoneNetwork.Patience);
        }
    }

    /// <summary>Takes the ringing call.</summary>
    public async Task<SimulatedCall> AnswerAsync()
    {
        var call = Ringing ?? throw new InvalidOperationException($"{address} does not ring.");
        call.Mailbox.Post(new Signal.Answered());
        await network.StepAsync();
        return call;
    }

    public Task DeclineAsync() => EndRingingAsync(CallStatus.Busy);

    /// <summary>Lets it ring until the caller's side gives up.</summary>
    public Task IgnoreAsync() => EndRingingAsync(CallStatus.NoAnswer);

    internal void Add(SimulatedCall call)
    {
        lock (gate)
            calls.Add(call);
    }

    internal void TellRinging()
    {
        TaskCompletionSource now;
        lock (gate)
        {
            now = rang;
            rang = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        now.SetResult();
    }

    private Task EndRingingAsync(CallStatus status)
    {
        var call = Ringing ?? throw new InvalidOperationException($"{address} does not ring.");
        call.Mailbox.Post(new Signal.NotAnswered(status));
        return network.StepAsync();
    }
}

public sealed record TextMessage(string Sid, string From, string Body, DateTimeOffset At);
