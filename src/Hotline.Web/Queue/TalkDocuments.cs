using Hotline.CallFlow;
using Hotline.CallFlow.Speech;
using Hotline.Twilio;
using Hotline.Twilio.Twiml;
using Hotline.Web.Voice;
using Prompt = Hotline.CallFlow.Prompt;

namespace Hotline.Web.Queue;

/// <summary>What a counselor's leg hears, and how two legs meet. A conference has exactly these two: nobody can listen unheard.</summary>
public sealed class TalkDocuments(ReplyRenderer renderer, QueueUrls urls)
{
    /// <summary>After the last word of the whisper; the lease ends the offer in any case.</summary>
    private const int SecondsToPress = 5;

    /// <summary>A waiting document does not loop: rounds of 20 seconds for as long as it can take to notice that the other side never comes.</summary>
    private const int WaitRounds = 9;

    public static string Nothing { get; } = TwimlWriter.Write(VoiceResponse.Empty);

    /// <summary>Takes a caller out of the carrier's queue; what follows leads into the talk.</summary>
    public static string LeaveQueue { get; } = TwimlWriter.Write(new VoiceResponse([new Leave()]));

    /// <param name="neutral">On a telephone others may hear or read along, and a mailbox may record (DOMAIN T21): the centre is not named.</param>
    public string Whisper(Guid offer, WaitRow wait, bool neutral) => TwimlWriter.Write(new VoiceResponse(
    [
        new Gather
        {
            Action = urls.Pressed(offer),
            ActionOnEmptyResult = true,
            NumDigits = 1,
            FinishOnKey = "",
            Timeout = SecondsToPress,
            Prompts = [renderer.Say(WhisperOf(wait, neutral), Language.Korean)],
        },
        new Redirect(urls.Pressed(offer)),
    ]));

    public string CounselorJoins(Guid offer, Guid talk) => TwimlWriter.Write(new VoiceResponse(
    [
        renderer.Say(new Prompt("whisper.accepted"), Language.Korean),
        new Dial(Room(talk, "counselor", urls.CounselorWaits(talk))) { Action = urls.After(offer) },
    ]));

    public string CallerJoins(Guid talk, Language language) => TwimlWriter.Write(new VoiceResponse(
    [
        renderer.Say(new Prompt("queue.connecting"), language),
        new Dial(Room(talk, "caller", urls.CallerWaits(talk))) { Action = urls.Over(talk) },
    ]));

    /// <param name="prompt">Null: without a word, because it may be a mailbox that listens.</param>
    public string Part(string? prompt) => TwimlWriter.Write(new VoiceResponse(
        prompt is null ? [new Hangup()] : [renderer.Say(new Prompt(prompt), Language.Korean), new Hangup()]));

    /// <summary>Nobody sits alone in silence.</summary>
    public string Comfort(string prompt, Language language) => TwimlWriter.Write(new VoiceResponse(
        Enumerable.Repeat<Verb[]>([renderer.Say(new Prompt(prompt), language), new Pause(20)], WaitRounds).SelectMany(verbs => verbs).ToValueList()));

    private Conference Room(Guid talk, string label, string waitUrl) => new($"talk-{talk:N}")
    {
        ParticipantLabel = label,
        Beep = ConferenceBeep.False,
        StartConferenceOnEnter = true,
        // Whoever leaves ends it for both: the carrier does at once what our news of it could be too late for.
        EndConferenceOnExit = true,
        MaxParticipants = 2,
        WaitUrl = waitUrl,
        Region = "jp1",
        StatusCallback = urls.Conference(talk),
        StatusCallbackEvent = [ConferenceEventKind.Start, ConferenceEventKind.End, ConferenceEventKind.Join, ConferenceEventKind.Leave],
    };

    private static Prompt WhisperOf(WaitRow wait, bool neutral) => (wait.CallbackId, neutral) switch
    {
        (not null, true) => new Prompt("whisper.callback.neutral"),
        (not null, false) => new Prompt("whisper.callback"),
        (null, true) => new Prompt("whisper.offer.neutral"),
        (null, false) => new Prompt("whisper.offer").With("urgencyLabel", LabelOf((Urgency)wait.Urgency)).With("languageLabel", LabelOf(wait.Language)),
    };

    private static Spoken.Words LabelOf(Urgency urgency) => urgency switch
    {
        Urgency.U0 or Urgency.U1 => new("긴급", "urgent"),
        Urgency.U2 => new("우선", "priority"),
        _ => new("일반", "routine"),
    };

    private static Spoken.Words LabelOf(string language) =>
        string.Equals(language, nameof(Language.English), StringComparison.Ordinal) ? new("영어", "English") : new("한국어", "Korean");
}
