using Hotline.CallFlow.Routing;
using Hotline.Twilio.Rest;
using Hotline.Twilio.Twiml;
using Hotline.Web.Hosting;
using Hotline.Web.Staff;
using Hotline.Web.Voice;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Hotline.Web.Queue;

/// <summary>
/// What the carrier is asked to do after a commit: ring a counselor, send a leg away, lead a caller. Each was written down first and is
/// asked again by a later look if it did not work, but for a ring: one offer rings at most once.
/// </summary>
public sealed class LegCalls(
    NpgsqlDataSource database, OfferStore offers, OfferDesk desk, StaffStore staff, CallSession calls, Func<TwilioClient> carrier, QueueUrls urls,
    RoutingSignal signal, IOptions<RoutingOptions> routing, IOptions<HotlineOptions> hotline, ILogger<LegCalls> log)
{
    private string ShownNumber => hotline.Value.OutboundNumbers.FirstOrDefault() ?? hotline.Value.Number;

    public async Task RingAsync(Guid offerId, Guid counselorId, CancellationToken cancellation)
    {
        // Opened from its seal here and kept nowhere.
        if (await staff.FindAsync(counselorId, cancellation) is not { Contact: { } contact })
        {
            await desk.LegNeverWasAsync(offerId, cancellation);
            return;
        }

        try
        {
            var leg = await carrier().Calls.CreateAsync(
                new NewCall(AddressOf(counselorId, contact), ShownNumber)
                {
                    Url = urls.Whisper(offerId),
                    Method = CallbackMethod.Post,
                    StatusCallback = urls.LegStatus(offerId),
                    StatusCallbackMethod = CallbackMethod.Post,
                    StatusCallbackEvent = [CallEvent.Ringing, CallEvent.Completed],
                    Timeout = routing.Value.AnswerSeconds,
                },
                cancellation);
            await using var connection = await database.OpenConnectionAsync(cancellation);
            await offers.NameLegAsync(connection, null, offerId, leg.Sid);
            // The offer may be over by now.
            signal.Raise();
        }
        catch (TwilioException unknown) when (unknown.Failure is TwilioFailure.OutcomeUnknown)
        {
            log.LogWarning("Whether offer {Offer} rings is not known; it names itself when answered, or ends with its lease.", offerId);
        }
        catch (TwilioException refused)
        {
            log.LogError("Counselor {Counselor} could not be rung, the next one is asked: {Reason}", counselorId, refused.Message);
            await desk.LegNeverWasAsync(offerId, cancellation);
        }
    }

    /// <summary>A leg that nobody needs: a person who listens is told why, a ringing telephone falls silent.</summary>
    public Task DismissAsync(OfferRow offer, CancellationToken cancellation) => AskAsync("send a leg away", async () =>
    {
        var speaks = offer.AnsweredAt is not null && offer.StageNow is OfferStage.Lost or OfferStage.Withdrawn or OfferStage.Accepted or OfferStage.Connected;
        var leg = speaks
            ? await carrier().Calls.RedirectAsync(offer.LegSid!, urls.Part(offer.Id), cancellation)
            : await carrier().Calls.EndAsync(offer.LegSid!, CallEnd.Completed, cancellation);
        if (leg is null)
            await desk.ProgressAsync(offer.Id, offer.LegSid!, Twilio.Webhooks.CallStatus.Completed, cancellation);
    });

    public Task LeadAsync(CallerMove move, CancellationToken cancellation) => AskAsync("lead a caller", async () =>
    {
        if (await carrier().Calls.RedirectAsync(move.CallSid, urls.Caller(move.TalkId), cancellation) is null)
            await calls.EndAsync(move.CallSid, cancellation);
    });

    private async Task AskAsync(string what, Func<Task> ask)
    {
        try
        {
            await ask();
        }
        catch (TwilioException failed)
        {
            log.LogWarning("The carrier did not {What}, it is asked again: {Reason}", what, failed.Message);
        }
    }

    private static string AddressOf(Guid counselorId, Contact contact) => contact switch
    {
        Contact.Telephone telephone => telephone.Number,
        Contact.Sip sip => sip.Address,
        // Letters and digits only: what a client's identity may safely hold.
        _ => $"client:{counselorId:N}",
    };
}
