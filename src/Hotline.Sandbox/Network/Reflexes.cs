using Hotline.Twilio.Webhooks;

namespace Hotline.Sandbox.Network;

/// <summary>What happens at a called phone without anybody doing it; null leaves it to a person.</summary>
internal sealed class Reflexes(WhenCalled whenCalled)
{
    private readonly Queue<string> presses = new(whenCalled is WhenCalled.Answers answers ? answers.Presses : []);
    private readonly Queue<char> keys = new();

    public bool IsMachine => whenCalled is WhenCalled.Voicemail;

    public Signal? To(CallActivity state) => state switch
    {
        CallActivity.Ringing => whenCalled switch
        {
            WhenCalled.Answers or WhenCalled.Voicemail => new Signal.Answered(),
            WhenCalled.Declines or WhenCalled.IsBusy => new Signal.NotAnswered(CallStatus.Busy),
            WhenCalled.NeverAnswers => new Signal.NotAnswered(CallStatus.NoAnswer),
            WhenCalled.IsUnreachable => new Signal.NotAnswered(CallStatus.Failed),
            _ => null,
        },
        CallActivity.Listening when IsMachine => new Signal.Silence(),
        CallActivity.Listening => NextKey(),
        _ => null,
    };

    private Signal.Key? NextKey()
    {
        if (keys.Count is 0 && presses.TryDequeue(out var next))
        {
            foreach (var key in next)
                keys.Enqueue(key);
        }

        return keys.TryDequeue(out var pressed) ? new(pressed) : null;
    }
}
