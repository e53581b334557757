using Hotline.CallFlow;
using Hotline.Twilio.Webhooks;

namespace Hotline.Web.Voice;

/// <summary>Reads what the carrier sent into the flow's own vocabulary.</summary>
public static class WebhookInputs
{
    public static Caller CallerOf(WebhookForm form) => form.Caller switch
    {
        Party.Other { Text: "107" } or Party.Phone { E164: "+82107" } => new Caller(CallerKind.Relay),
        { PhoneNumber: { } number } when KoreanNumbers.Read(number) is { } korean => new Caller(CallerKind.Listed, korean),
        { PhoneNumber: { } number } when !number.StartsWith("+82", StringComparison.Ordinal) => new Caller(CallerKind.Abroad),
        _ => new Caller(CallerKind.Withheld),
    };

    /// <summary>The result of a Gather, a Record or a Dial.</summary>
    public static CallerInput InputOf(WebhookForm form) => form switch
    {
        { DialCallStatus: { } status } => new CallerInput.TransferEnded(Connected(form, status)),
        _ when form.Has("RecordingUrl") || form.Has("RecordingDuration") || form.RecordingSid is not null =>
            new CallerInput.Recorded(form.RecordingSid, form.RecordingDuration ?? TimeSpan.Zero, form.HungUpWhileRecording, form.Digits is [var key] ? key : null),
        { Digits: { Length: > 0 } keys } => Keyed(keys),
        { FinishedOnKey: "#" } => new CallerInput.Keyed("#"),
        { SpeechResult: { Length: > 0 } words } => new CallerInput.Spoke(words),
        _ => new CallerInput.Silent(),
    };

    public static QueueExit ExitOf(WebhookForm form) => form.QueueResult switch
    {
        QueueResult.Leave => QueueExit.Left,
        QueueResult.Bridged or QueueResult.BridgingInProcess or QueueResult.Redirected or QueueResult.RedirectedFromBridged => QueueExit.Served,
        QueueResult.Hangup => QueueExit.HungUp,
        _ => QueueExit.Failed,
    };

    private static CallerInput.Keyed Keyed(string keys)
    {
        // '*' starts a number again: only what follows the last one counts.
        var number = keys[(keys.LastIndexOf('*') + 1)..];
        return new CallerInput.Keyed(keys, number.Length >= 8 ? KoreanNumbers.Read(number) : null);
    }

    // Somebody, or a machine, may pick up and not talk: DialBridged decides where the carrier sends it.
    private static bool Connected(WebhookForm form, DialCallStatus status) =>
        form.DialBridged ?? status is DialCallStatus.Completed or DialCallStatus.Answered;
}
