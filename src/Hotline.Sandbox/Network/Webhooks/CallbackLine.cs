using Hotline.Sandbox.Faults;
using Hotline.Twilio.Twiml;

namespace Hotline.Sandbox.Network.Webhooks;

/// <summary>
/// The callbacks about one call or conference, sent one after another, unless the fault plan delays, repeats, holds back or
/// loses one. What they answer changes nothing.
/// </summary>
internal sealed class CallbackLine(WebhookSender sender, FaultPlan faults, TimeProvider time, Activity activity)
{
    private readonly Lock gate = new();
    private readonly List<Callback> held = [];
    private Task last = Task.CompletedTask;

    public void Send(string url, CallbackMethod method, IReadOnlyList<(string Name, string Value)> parameters)
    {
        var callback = new Callback(url, method, parameters);
        var fault = faults.Take(FaultPoint.Callback, $"{Word(method)} {url}");
        lock (gate)
        {
            switch (fault)
            {
                case Fault.HoldBack: held.Add(callback); return;
                case Fault.Drop: return;
                case Fault.Delay delay: Later(delay.By, callback); return;
                case Fault.Repeat repeat: Queue([.. Enumerable.Repeat(callback, repeat.Times)]); break;
                default: Queue([callback]); break;
            }

            ReleaseHeld();
        }
    }

    /// <summary>Sends what was held back and had no later one to wait for.</summary>
    public void ReleaseHeld()
    {
        lock (gate)
        {
            Queue([.. held]);
            held.Clear();
        }
    }

    private void Queue(IReadOnlyList<Callback> callbacks)
    {
        foreach (var callback in callbacks)
        {
            activity.Enter();
            last = DeliverAsync(last, callback);
        }
    }

    /// <summary>Waiting for the clock counts as quiet, or a test with a still clock would wait for ever.</summary>
    private void Later(TimeSpan by, Callback callback)
    {
        _ = WaitAsync();

        async Task WaitAsync()
        {
            await Task.Delay(by, time, CancellationToken.None);
            lock (gate)
                Queue([callback]);
        }
    }

    private async Task DeliverAsync(Task before, Callback callback)
    {
        try
        {
            await before;
            await Task.Yield();
            await sender.SendAsync(null, callback.Url, callback.Method, callback.Parameters);
        }
        finally
        {
            activity.Exit();
        }
    }

    private static string Word(CallbackMethod method) => method is CallbackMethod.Get ? "GET" : "POST";

    private sealed record Callback(string Url, CallbackMethod Method, IReadOnlyList<(string Name, string Value)> Parameters);
}
