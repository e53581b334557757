using Hotline.CallFlow;
using Hotline.Twilio.Twiml;
using Hotline.Web.Hosting;
using Microsoft.Extensions.Options;

namespace Hotline.Web.Voice;

/// <summary>
/// What callers hear while our database is gone: an apology, 112, 1366 by key 1, and after a tone a message that the carrier keeps until
/// we can fetch it. Rendered once at start; answering needs nothing that can fail.
/// </summary>
public sealed class DarkMode
{
    private readonly Dictionary<string, string> choices;

    public DarkMode(ReplyRenderer renderer, VoiceUrls urls, IOptions<HotlineOptions> hotline, IOptions<VoiceOptions> voice)
    {
        Opening = TwimlWriter.Write(new VoiceResponse(
        [
            new Gather
            {
                Action = urls.DarkChoice,
                ActionOnEmptyResult = true,
                NumDigits = 1,
                FinishOnKey = "",
                Timeout = 1,
                Prompts = [renderer.Say(new CallFlow.Prompt("dark.apology"), Language.Korean)],
            },
            new Redirect(urls.DarkChoice),
        ]));
        MessageLeft = TwimlWriter.Write(new VoiceResponse([renderer.Say(new CallFlow.Prompt("dark.saved"), Language.Korean), new Hangup()]));
        var overflow = new Dial(Overflow(hotline.Value.OverflowDialString)) { Timeout = voice.Value.TransferRingSeconds, CallerId = hotline.Value.Number };
        choices = new(StringComparer.Ordinal)
        {
            ["1"] = TwimlWriter.Write(new VoiceResponse([overflow, new Redirect(urls.Dark)])),
            ["8"] = TwimlWriter.Write(new VoiceResponse([renderer.Say(new CallFlow.Prompt("exit.cover"), Language.Korean), new Hangup()])),
        };
        Record = TwimlWriter.Write(new VoiceResponse(
        [
            new Record
            {
                Action = urls.DarkMessage,
                MaxLength = (int)hotline.Value.MaxMessage.TotalSeconds,
                Timeout = 8,
                FinishOnKey = "#",
                PlayBeep = true,
                Trim = Trim.DoNotTrim,
                RecordingStatusCallback = urls.RecordingStatus,
                RecordingStatusCallbackEvent = [RecordingEvent.Completed, RecordingEvent.Absent],
            },
            renderer.Say(new CallFlow.Prompt("dark.silent"), Language.Korean),
            overflow,
        ]));
    }

    public string Opening { get; }

    /// <summary>After the message.</summary>
    public string MessageLeft { get; }

    private string Record { get; }

    /// <summary>After the opening: 1366, the quick exit, or the tone for whoever stays.</summary>
    public string Chosen(string? key) => key is not null && choices.TryGetValue(key, out var document) ? document : Record;

    private static Noun Overflow(string address) => address.StartsWith("sip:", StringComparison.Ordinal) ? new Sip(address) : new Number(address);
}
