using Hotline.Sandbox.Network.Verbs;
using Hotline.Sandbox.Network.Webhooks;
using Hotline.Twilio.Twiml;
using Hotline.Twilio.Webhooks;

namespace Hotline.Sandbox.Network;

/// <summary>Takes one call from its first ring to its end: one document after another, one verb after another.</summary>
internal sealed class CallRun(SimulatedCall call)
{
    /// <summary>So many documents without anybody being waited for are a loop that the hotline did not mean.</summary>
    private const int MostDocumentsWithoutWaiting = 100;

    private readonly Reflexes reflexes = new(call.Direction is CallDirection.Inbound ? new WhenCalled.Rings() : call.Phone.WhenCalled);
    private int documentsWithoutWaiting;

    public SimulatedCall Call => call;

    public TelephoneNetwork Network => call.Network;

    /// <summary>How long what was spoken since the person was last waited for takes.</summary>
    public TimeSpan SpokenSinceWaiting { get; private set; }

    public async Task RunAsync()
    {
        // The caller of Begin must have its call before anything happens to it.
        await Task.Yield();
        try
        {
            var final = call.Direction is CallDirection.Inbound ? await RunVoiceAsync(call.Setup.Start!) : await OutboundCall.RunAsync(this, reflexes);
            End(final);
        }
        catch (Exception broken)
        {
            Network.Problems.Keep(new(0, "", call.Sid, $"The simulator itself failed: {broken}"));
            End(CallStatus.Failed);
        }
        finally
        {
            call.Running.Exit();
        }
    }

    /// <summary>Runs the call itself to its end, and says how it ended.</summary>
    public async Task<CallStatus> RunVoiceAsync(TwimlSource source)
    {
        for (var next = source; ;)
        {
            switch (await RunAsync(next, DocumentContext.Voice, []))
            {
                case Step.Interrupted { By: Signal.Redirected redirected }: next = redirected.To; break;
                case Step.Interrupted { By: Signal.Ended ended }: return ended.Status;
                case Step.HangUp hangUp: return hangUp.Status;
                default: return CallStatus.Completed;
            }
        }
    }

    /// <summary>Runs a document and those that its actions and redirects lead to, until something else has to be decided.</summary>
    /// <param name="extra">Fields beside the common ones, in the first request.</param>
    public async Task<Step> RunAsync(TwimlSource source, DocumentContext context, IReadOnlyList<(string Name, string Value)> extra)
    {
        for (var next = source; ;)
        {
            if (++documentsWithoutWaiting > MostDocumentsWithoutWaiting)
                return Fail(0, "", "More than a hundred documents followed each other and nobody was waited for.");
            var step = await RunOneAsync(next, context, extra);
            if (step is not Step.Go go)
                return step;
            (next, extra) = (go.To, []);
        }
    }

    /// <summary>Asks an address whose answer nobody will hear: the call is over or elsewhere.</summary>
    public async Task NotifyAsync(RunningDocument document, string? action, CallbackMethod? method, IReadOnlyList<(string Name, string Value)> extra)
    {
        if (action is not null && document.Absolute(action) is { } url)
            await DocumentFetch.AskAsync(this, new TwimlSource.Address(url, method ?? CallbackMethod.Post), DocumentContext.Unheard, extra);
    }

    /// <summary>The step that asks an action, or the current document again when a verb names none.</summary>
    public Step Action(RunningDocument document, string? action, CallbackMethod? method, IReadOnlyList<(string Name, string Value)> extra) =>
        document.Absolute(action ?? "") is { } url
            ? new Step.Go(new TwimlSource.Address(url, method ?? (action is null ? document.Method : CallbackMethod.Post), extra))
            : Fail(13320, "", "A document given in a REST request must have absolute actions.");

    public async Task<Signal> ReceiveAsync(CallActivity state, TimeSpan? patience)
    {
        (documentsWithoutWaiting, SpokenSinceWaiting) = (0, TimeSpan.Zero);
        call.State = state;
        Network.Tell(call, null);
        var signal = call.Mailbox.TakeInterrupt() ?? reflexes.To(state) ?? await call.Mailbox.ReceiveAsync(patience);
        call.State = CallActivity.Running;
        return signal;
    }

    /// <summary>Lets time pass at the network's pace. What the person does meanwhile is lost unless it is listened to; an interrupt stops it.</summary>
    public async Task<Signal?> PassAsync(TimeSpan length, bool listening)
    {
        SpokenSinceWaiting += length;
        for (var end = Network.Time.GetUtcNow() + Network.Paced(length); Network.Time.GetUtcNow() < end;)
        {
            var signal = await call.Mailbox.ReceiveAsync(end - Network.Time.GetUtcNow());
            if (signal.Interrupts || (listening && signal is Signal.Key or Signal.Spoken))
                return signal;
            if (signal is Signal.Key lost)
                call.LostKeys += lost.Pressed;
        }

        return call.Mailbox.TakeInterrupt();
    }

    public Step Fail(int errorCode, string url, string reason)
    {
        Network.Problems.Keep(new(errorCode, url, call.Sid, reason));
        return new Step.Failed(errorCode, url);
    }

    private async Task<Step> RunOneAsync(TwimlSource source, DocumentContext context, IReadOnlyList<(string Name, string Value)> extra)
    {
        var fetched = await DocumentFetch.FetchAsync(this, source, context, extra);
        if (call.Mailbox.TakeInterrupt() is { } interrupt)
            return new Step.Interrupted(interrupt);
        if (fetched is null)
            return new Step.Failed(11200, "");
        foreach (var verb in fetched.Response.Verbs)
        {
            var step = await RunVerbAsync(fetched, verb);
            if (step is not Step.Continue)
                return step;
            if (call.Mailbox.TakeInterrupt() is { } late)
                return new Step.Interrupted(late);
        }

        return new Step.EndOfDocument();
    }

    private async Task<Step> RunVerbAsync(RunningDocument document, Verb verb)
    {
        if (verb is not (Reject or Pause or Dial { AnswerOnBridge: true } or Redirect))
            Answer();
        return verb switch
        {
            Prompt prompt => await PromptVerb.RunAsync(this, document, prompt),
            Gather gather => await GatherVerb.RunAsync(this, document, gather),
            Record record => await RecordVerb.RunAsync(this, document, record),
            Enqueue enqueue => await EnqueueVerb.RunAsync(this, document, enqueue),
            Dial dial => await DialVerb.RunAsync(this, document, dial),
            Redirect redirect => Action(document, redirect.Url.Length is 0 ? null : redirect.Url, redirect.Method, []),
            Leave => new Step.Leave(),
            Reject reject => new Step.HangUp(reject.Reason is RejectReason.Busy ? CallStatus.Busy : CallStatus.NoAnswer),
            Hangup => new Step.HangUp(CallStatus.Completed),
            Start or Stop => new Step.Continue(),
            _ => Fail(12200, document.Url ?? "", $"The simulator does not know the verb {verb.GetType().Name}."),
        };
    }

    /// <summary>An inbound call counts as answered with its first verb that needs an answer.</summary>
    public void Answer()
    {
        if (call.AnsweredAt is not null)
            return;
        call.AnsweredAt = Network.Time.GetUtcNow();
        call.Status = CallStatus.InProgress;
        call.Report(CallEvent.Answered);
    }

    private void End(CallStatus status)
    {
        call.Status = status is CallStatus.NoAnswer or CallStatus.Busy && call.AnsweredAt is not null ? CallStatus.Completed : status;
        call.EndedAt = Network.Time.GetUtcNow();
        call.State = CallActivity.Over;
        call.Report(CallEvent.Completed);
        call.Mailbox.Close();
        call.Parent?.Mailbox.Post(new Signal.LegChanged());
    }
}
