using Hotline.Sandbox.Network.Webhooks;
using Hotline.Twilio.Webhooks;

namespace Hotline.Sandbox.Network;

/// <summary>
/// One leg of a call, with the person at its other end: what they hear, and what they do. In a stepwise network each
/// <c>…Async</c> method returns when nothing goes on any more; in a live one it returns at once.
/// </summary>
public sealed class SimulatedCall
{
    private readonly Lock gate = new();
    private readonly List<HeardLine> heard = [];
    private int nextSequence;

    internal SimulatedCall(TelephoneNetwork network, CallSetup setup)
    {
        Network = network;
        Setup = setup;
        Sid = network.Sids.Next("CA");
        StartedAt = network.Time.GetUtcNow();
        Status = setup.Direction is CallDirection.Inbound ? CallStatus.Ringing : CallStatus.Queued;
        Running = new Activity(network.Running);
        Mailbox = new Mailbox(network.Time, Running, stale => stale.Refuse(this));
        Callbacks = new CallbackLine(network.Webhooks, network.Faults, network.Time, Running);
    }

    public string Sid { get; }
    public string From => Setup.From;
    public string To => Setup.To;
    public CallDirection Direction => Setup.Direction;
    public SimulatedCall? Parent => Setup.Parent;

    /// <summary>The phone at the other end.</summary>
    public SimulatedPhone Phone => Setup.Phone;
    public string? ForwardedFrom => Setup.ForwardedFrom;
    public CallStatus Status { get; internal set; }

    /// <summary>What it does while it is quiet.</summary>
    public CallActivity State { get; internal set; } = CallActivity.Ringing;
    public DateTimeOffset StartedAt { get; }
    public DateTimeOffset? AnsweredAt { get; internal set; }
    public DateTimeOffset? EndedAt { get; internal set; }

    /// <summary>The carrier's guess, such as <c>human</c>; null when it was not asked to guess.</summary>
    public string? AnsweredBy { get; internal set; }

    /// <summary>Keys that were pressed while nobody listened.</summary>
    public string LostKeys { get; internal set; } = "";

    public bool IsOver => EndedAt is not null;

    /// <summary>Everything heard at this end, oldest first.</summary>
    public IReadOnlyList<HeardLine> Heard
    {
        get
        {
            lock (gate)
                return [.. heard];
        }
    }

    /// <summary>What was heard as text, one line each.</summary>
    public string HeardText => string.Join('\n', Heard.Select(line => line.Text));

    internal TelephoneNetwork Network { get; }
    internal CallSetup Setup { get; }
    internal Activity Running { get; }
    internal Mailbox Mailbox { get; }
    internal CallbackLine Callbacks { get; }

    /// <summary>A dialled leg that was answered and screened, and waits for the dialling call.</summary>
    internal bool IsReady { get; set; }

    internal int Seconds => (int)Math.Round(((EndedAt ?? Network.Time.GetUtcNow()) - (AnsweredAt ?? EndedAt ?? Network.Time.GetUtcNow())).TotalSeconds, MidpointRounding.AwayFromZero);

    /// <summary>Presses keys quickly one after another: a question takes those that it needs, the next one those that are left.</summary>
    /// <param name="keys">Out of <c>0-9 # *</c>.</param>
    public Task PressAsync(string keys)
    {
        Press(keys);
        return Network.StepAsync();
    }

    public void Press(string keys)
    {
        if (keys.Length is 0 || keys.Any(key => !char.IsAsciiDigit(key) && key is not ('#' or '*')))
            throw new ArgumentException("A telephone has the keys 0-9 # *.", nameof(keys));
        Mailbox.Post([.. keys.Select(key => new Signal.Key(key))]);
    }

    /// <summary>Does nothing until the time-out has passed, or the waiting loop has come round.</summary>
    public Task StaySilentAsync()
    {
        Mailbox.Post(new Signal.Silence());
        return Network.StepAsync();
    }

    /// <summary>Says something that the other person, or speech recognition, hears.</summary>
    public Task SpeakAsync(string text)
    {
        Mailbox.Post(new Signal.Spoken(text));
        return Network.StepAsync();
    }

    /// <summary>Begins a message, so that the silence time-out does not run while it is being recorded.</summary>
    public void BeginSpeaking() => Mailbox.Post(new Signal.SpeakingBegan());

    /// <summary>Leaves a message and ends it with a key.</summary>
    /// <param name="finishWith">Empty: falls silent instead.</param>
    public Task RecordAsync(byte[] wav, string finishWith = "#")
    {
        Mailbox.Post(new Signal.Message(wav, finishWith));
        return Network.StepAsync();
    }

    /// <summary>Hangs up in the middle of a message.</summary>
    public Task RecordAndHangUpAsync(byte[] wav)
    {
        Mailbox.Post(new Signal.Message(wav, "hangup"));
        return Network.StepAsync();
    }

    public Task HangUpAsync()
    {
        Mailbox.Post(new Signal.HangUp());
        return Network.StepAsync();
    }

    /// <summary>Waits until this call needs somebody, or is over, and its callbacks were delivered.</summary>
    public Task SettleAsync() => Running.QuietAsync(TelephoneNetwork.Patience, $"Call {Sid} ({State})");

    internal void Hear(HeardLine line)
    {
        lock (gate)
            heard.Add(line);
        Network.Tell(this, line);
    }

    internal void Hear(HeardKind kind, string text) => Hear(new(kind, text, null, null, TimeSpan.Zero, Network.Time.GetUtcNow()));

    /// <summary>Reports progress to whoever subscribed to it.</summary>
    internal void Report(Twilio.Twiml.CallEvent progress)
    {
        Network.Tell(this, null);
        if (Setup.Progress is { } subscription && subscription.Events.Contains(progress))
            Callbacks.Send(subscription.Url, subscription.Method, CallParameters.Progress(this, nextSequence++, Network.Time.GetUtcNow()));
    }
}
