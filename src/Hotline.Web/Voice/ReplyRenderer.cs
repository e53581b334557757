using System.Globalization;
using Hotline.CallFlow;
using Hotline.Twilio;
using Hotline.Twilio.Twiml;
using Hotline.Web.Hosting;
using Hotline.Web.Prompts;
using Hotline.Web.Recordings;
using Microsoft.Extensions.Options;

namespace Hotline.Web.Voice;

/// <summary>The one place where a reply of the flow becomes the carrier's document.</summary>
public sealed class ReplyRenderer(
    PromptCatalogue prompts, VoiceUrls urls, PlaybackTickets tickets, IOptions<VoiceOptions> voice, IOptions<HotlineOptions> hotline)
{
    public const string QueueName = "hotline";

    private readonly VoiceOptions voice = voice.Value;

    /// <param name="next">The number of the turn that the reply leads to.</param>
    public string Render(Reply reply, Language language, int next) => TwimlWriter.Write(new VoiceResponse(Verbs(reply, language, next).ToValueList()));

    private IEnumerable<Verb> Verbs(Reply reply, Language language, int next) => reply switch
    {
        Reply.Ask ask => [Gather(ask, language, next), new Redirect(urls.Turn(next))],
        Reply.RecordMessage record => [.. Say(record.Says, language), Record(record, next), new Redirect(urls.Turn(next))],
        Reply.EnterQueue enter => [.. Say(enter.Says, language), Enqueue(next)],
        Reply.KeepWaiting wait => [Listen(wait, language, next)],
        Reply.LeaveQueue => [new Leave()],
        Reply.Transfer transfer => [.. Say(transfer.Says, language), Dial(transfer, next)],
        Reply.Goodbye goodbye => [.. Say(goodbye.Says, language), new Hangup()],
        Reply.Nothing => [new Hangup()],
        _ => throw new InvalidOperationException($"Nobody renders a reply of kind {reply.GetType().Name}."),
    };

    private Gather Gather(Reply.Ask ask, Language language, int next) => new()
    {
        Action = urls.Turn(next),
        ActionOnEmptyResult = true,
        Input = voice.SpeechInput && ask.Listen is not Hotline.CallFlow.Listen.Number ? [GatherInput.Dtmf, GatherInput.Speech] : [GatherInput.Dtmf],
        Language = Tag(language),
        Hints = voice.SpeechInput ? "상담원, 다시, 그만, counselor, repeat, stop" : null,
        // A menu takes every key, # included, so no key may end it; a number ends with #.
        NumDigits = ask.Listen switch { Hotline.CallFlow.Listen.OneKey => 1, Hotline.CallFlow.Listen.OneKeyOrTwoTaps => 2, _ => null },
        FinishOnKey = ask.Listen is Hotline.CallFlow.Listen.Number ? "#" : "",
        Timeout = Math.Max((int)ask.Patience.TotalSeconds, ask.Listen is Hotline.CallFlow.Listen.Number ? voice.InterDigitSeconds : 1),
        Prompts = Say(ask.Says, language).ToValueList(),
    };

    // Silence makes no request here: the document ends, and the carrier asks for the next round.
    private Gather Listen(Reply.KeepWaiting wait, Language language, int next) => new()
    {
        Action = urls.Turn(next),
        Input = [GatherInput.Dtmf],
        NumDigits = 1,
        FinishOnKey = "",
        Timeout = Math.Max(1, (int)wait.Quiet.TotalSeconds),
        Prompts = Say(wait.Says, language).ToValueList(),
    };

    private Record Record(Reply.RecordMessage record, int next) => new()
    {
        Action = urls.Turn(next),
        MaxLength = (int)record.MaxLength.TotalSeconds,
        Timeout = (int)record.SilenceStop.TotalSeconds,
        // Besides #: 0 and 8 keep their meaning while a message is recorded, and * records again.
        FinishOnKey = "#08*",
        PlayBeep = true,
        Trim = Trim.DoNotTrim,
        RecordingStatusCallback = urls.RecordingStatus,
        RecordingStatusCallbackEvent = [RecordingEvent.InProgress, RecordingEvent.Completed, RecordingEvent.Absent],
    };

    private Enqueue Enqueue(int next) => new(QueueName) { Action = urls.QueueLeft(next), WaitUrl = urls.Waiting };

    private Dial Dial(Reply.Transfer transfer, int next) =>
        new(transfer.DialString.StartsWith("sip:", StringComparison.Ordinal) ? new Sip(transfer.DialString) : new Number(transfer.DialString))
        {
            Action = urls.Turn(next),
            Timeout = voice.TransferRingSeconds,
            // The agency sees the centre's number, never the caller's (DOMAIN §2).
            CallerId = hotline.Value.Number,
        };

    private IEnumerable<Twilio.Twiml.Prompt> Say(IEnumerable<Utterance> says, Language language) => says.Select(said => said switch
    {
        CallFlow.Prompt prompt => Say(prompt, prompt.In ?? language),
        Playback playback => new Play(urls.Playback(tickets.Issue(playback.RecordingSid))),
        _ => (Twilio.Twiml.Prompt)new Pause(1),
    });

    /// <summary>A person's recording where there is one, else the voice engine.</summary>
    public Twilio.Twiml.Prompt Say(CallFlow.Prompt prompt, Language language) => prompts.AddressOf(prompt.Key, language) is { } recording
        ? new Play(hotline.Value.PublicBaseUrl!.AbsoluteUri.TrimEnd('/') + recording)
        : new Say([new Prosody(prompts.Text(prompt.Key, language, prompt.Values)) { Rate = string.Create(CultureInfo.InvariantCulture, $"{voice.RatePercent}%") }])
        {
            Language = Tag(language),
            Voice = language == Language.English ? voice.English : voice.Korean,
        };

    private static string Tag(Language language) => language == Language.English ? "en-US" : "ko-KR";
}
