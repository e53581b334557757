using System.Text.Json;
using Hotline.CallFlow;

namespace Hotline.Web.Voice;

/// <summary>How an event stands in the log: a lasting name, and details that name nobody.</summary>
public static class EventWords
{
    public static string Name(CallEvent happened) => happened switch
    {
        CallEvent.StepEntered => "step-entered",
        CallEvent.LanguageChosen => "language-chosen",
        CallEvent.ServiceChosen => "service-chosen",
        CallEvent.UrgencyRaised => "urgency-raised",
        CallEvent.CannotSpeak => "cannot-speak",
        CallEvent.ConsentGiven => "consent-given",
        CallEvent.ConsentRefused => "consent-refused",
        CallEvent.CallbackAgreed => "callback-agreed",
        CallEvent.CallbackMoved => "callback-moved",
        CallEvent.CallbackCancelled => "callback-cancelled",
        CallEvent.ReferenceNotFound => "reference-not-found",
        CallEvent.RecordingOffered => "recording-offered",
        CallEvent.MessageLeft => "message-left",
        CallEvent.MessageTakenBack => "message-taken-back",
        CallEvent.QueueEntered => "queue-entered",
        CallEvent.QueueLeft => "queue-left",
        CallEvent.TransferStarted => "transfer-started",
        CallEvent.TransferFinished => "transfer-finished",
        CallEvent.QuickExit => "quick-exit",
        CallEvent.CallerHungUp => "caller-hung-up",
        _ => throw new InvalidOperationException($"The event {happened.GetType().Name} has no name in the log."),
    };

    public static string Detail(CallEvent happened) => JsonSerializer.Serialize<object>(happened switch
    {
        CallEvent.StepEntered e => new { step = e.Step.ToString() },
        CallEvent.LanguageChosen e => new { language = e.Language.ToString() },
        CallEvent.ServiceChosen e => new { service = e.Service.ToString() },
        CallEvent.UrgencyRaised e => new { to = e.To.ToString(), reason = e.Reason },
        CallEvent.ConsentGiven e => new { kind = e.Kind.ToString(), prompt = e.PromptKey },
        CallEvent.ConsentRefused e => new { kind = e.Kind.ToString(), prompt = e.PromptKey },
        CallEvent.CallbackAgreed e => new { message = e.Draft.Message.ToString(), asap = e.Draft.Window?.AsSoonAsPossible },
        CallEvent.MessageLeft e => new { seconds = (int)e.Length.TotalSeconds, unfinished = e.Unfinished },
        CallEvent.QueueEntered e => new { afterCutOff = e.AfterCutOff },
        CallEvent.QueueLeft e => new { exit = e.Exit.ToString() },
        CallEvent.TransferStarted e => new { agency = e.AgencyKey },
        CallEvent.TransferFinished e => new { agency = e.AgencyKey, connected = e.Connected },
        CallEvent.CallerHungUp e => new { at = e.At.ToString() },
        _ => new { },
    });
}
