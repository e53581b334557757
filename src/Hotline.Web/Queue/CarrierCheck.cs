using Hotline.Twilio.Rest;
using Hotline.Twilio.Webhooks;
using Hotline.Web.Voice;

namespace Hotline.Web.Queue;

/// <summary>The carrier's news can get lost for ever. What looks alive although nothing is heard of it is asked about, and closed if it is over.</summary>
public sealed class CarrierCheck(OfferDesk desk, CallSession calls, Func<TwilioClient> carrier, ILogger<CarrierCheck> log)
{
    /// <summary>A waiting caller is heard of every 20 to 30 seconds.</summary>
    public static readonly TimeSpan Unheard = TimeSpan.FromSeconds(90);

    public static readonly TimeSpan TalkCheck = TimeSpan.FromMinutes(1);

    public async Task OfCallerAsync(string callSid, CancellationToken cancellation)
    {
        if (await IsOverAsync(callSid, cancellation))
            await calls.EndAsync(callSid, cancellation);
    }

    public async Task OfTalkAsync(LiveTalk talk, CancellationToken cancellation)
    {
        if (talk.LegSid is { } leg && await IsOverAsync(leg, cancellation))
            await desk.ProgressAsync(talk.OfferId, leg, CallStatus.Completed, cancellation);
        if (talk.CallSid is { } caller && await IsOverAsync(caller, cancellation))
            await calls.EndAsync(caller, cancellation);
    }

    private async Task<bool> IsOverAsync(string callSid, CancellationToken cancellation)
    {
        try
        {
            // Null: the carrier has forgotten the call, so nobody is on the line.
            return await carrier().Calls.FindAsync(callSid, cancellation) is not { } told || told.Status.IsFinal();
        }
        catch (TwilioException unreachable)
        {
            log.LogWarning("A call could not be checked: {Reason}", unreachable.Message);
            return false;
        }
    }
}
