using Hotline.CallFlow;
using Hotline.Twilio.Twiml;
using Hotline.Web.Hosting;
using Microsoft.Extensions.Options;

namespace Hotline.Web.Voice;

/// <summary>
/// What a caller hears when we cannot go on: an apology, 1366 by key 1, another try by key 2. It needs neither database nor state, and
/// silence leads to 1366, never to a hang-up.
/// </summary>
public sealed class Trouble(ReplyRenderer renderer, VoiceUrls urls, IOptions<HotlineOptions> hotline, IOptions<VoiceOptions> voice)
{
    /// <param name="failed">The path of the webhook that failed; null when it is not known.</param>
    public string Apology(string? failed) => TwimlWriter.Write(new VoiceResponse(
    [
        new Gather
        {
            Action = urls.Trouble(failed),
            ActionOnEmptyResult = true,
            NumDigits = 1,
            FinishOnKey = "",
            Timeout = 7,
            Prompts = [renderer.Say(new CallFlow.Prompt("error.technical"), Language.Korean)],
        },
        new Redirect(urls.Trouble(failed)),
    ]));

    /// <summary>Whoever waits in the line stays in it: the carrier asks again.</summary>
    public string KeepWaiting { get; } = TwimlWriter.Write(new VoiceResponse([renderer.Say(new CallFlow.Prompt("queue.comfort"), Language.Korean), new Pause(10)]));

    public string Chosen(string? digits, string? failed) => TwimlWriter.Write(string.Equals(digits, "2", StringComparison.Ordinal)
        ? new VoiceResponse([new Redirect(urls.Retry(failed))])
        : new VoiceResponse(
        [
            new Dial(Overflow()) { Timeout = voice.Value.TransferRingSeconds, CallerId = hotline.Value.Number, Action = urls.TroubleEnded(failed) },
        ]));

    /// <summary>After 1366: whoever talked there is done; whoever nobody answered chooses again.</summary>
    public string Ended(bool connected, string? failed) => connected
        ? TwimlWriter.Write(new VoiceResponse([renderer.Say(new CallFlow.Prompt("goodbye"), Language.Korean), new Hangup()]))
        : Apology(failed);

    private Noun Overflow() => hotline.Value.OverflowDialString is var address && address.StartsWith("sip:", StringComparison.Ordinal)
        ? new Sip(address)
        : new Number(address);
}
