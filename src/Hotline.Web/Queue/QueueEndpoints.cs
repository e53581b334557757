using Hotline.CallFlow;
using Hotline.Twilio.Webhooks;
using Hotline.Web.Voice;

namespace Hotline.Web.Queue;

/// <summary>The carrier's webhooks about counselors' legs and talks, behind the same signature as those about callers.</summary>
public static class QueueEndpoints
{
    public const string Offers = SignedByCarrier.Prefix + "/offers";
    public const string Talks = SignedByCarrier.Prefix + "/talks";

    public static void MapQueueEndpoints(this IEndpointRouteBuilder routes)
    {
        var offers = routes.MapGroup(Offers + "/{offer:guid}").AllowAnonymous().AddEndpointFilter<CallerNeverDropped>();
        offers.MapPost("", (HttpContext http, Guid offer, OfferDesk desk, TalkDocuments documents) => LegAsync(http, offer, documents, sid => desk.AnsweredAsync(offer, sid, CancellationToken.None)));
        offers.MapPost("/pressed", (HttpContext http, Guid offer, OfferDesk desk, TalkDocuments documents) =>
            LegAsync(http, offer, documents, sid => desk.PressedAsync(offer, sid, SignedByCarrier.FormOf(http).Digits, CancellationToken.None)));
        offers.MapPost("/part", (HttpContext http, Guid offer, OfferDesk desk, TalkDocuments documents) => LegAsync(http, offer, documents, sid => desk.PartAsync(offer, sid, CancellationToken.None)));
        offers.MapPost("/after", (HttpContext http, Guid offer, OfferDesk desk, TalkDocuments documents) =>
            LegAsync(http, offer, documents, sid => desk.AfterAsync(offer, sid, SignedByCarrier.FormOf(http).CallStatus is { } status && !status.IsFinal(), CancellationToken.None)));
        offers.MapPost("/status", ProgressAsync);

        var talks = routes.MapGroup(Talks + "/{talk:guid}").AllowAnonymous().AddEndpointFilter<CallerNeverDropped>();
        talks.MapPost("/caller", (HttpContext http, Guid talk, CallerDesk desk) => CallerAsync(http, form => desk.ComeAsync(talk, form, CancellationToken.None)));
        talks.MapPost("/over", (HttpContext http, Guid talk, CallerDesk desk) => CallerAsync(http, form => desk.LeaveAsync(talk, form, CancellationToken.None)));
        talks.MapPost("/caller-waits", (TalkDocuments documents) => Twiml(documents.Comfort("caller.reassign", Language.Korean)));
        talks.MapPost("/counselor-waits", (TalkDocuments documents) => Twiml(documents.Comfort("whisper.accepted", Language.Korean)));
        talks.MapPost("/conference", ToldOfConferenceAsync);
    }

    private static async Task<IResult> LegAsync(HttpContext http, Guid offer, TalkDocuments documents, Func<string, Task<LegTurn>> answer)
    {
        var form = SignedByCarrier.FormOf(http);
        if (!CarrierSids.IsCall(form.CallSid))
            return Malformed();
        return Twiml(await answer(form.CallSid!) switch
        {
            LegTurn.Ask ask => documents.Whisper(offer, ask.Wait, neutral: form.Called is Party.Phone),
            LegTurn.Join join => documents.CounselorJoins(offer, join.TalkId),
            LegTurn.Part part => documents.Part(part.Prompt),
            var turn => throw new InvalidOperationException($"Nobody answers a leg with {turn.GetType().Name}."),
        });
    }

    private static async Task<IResult> ProgressAsync(HttpContext http, Guid offer, OfferDesk desk)
    {
        var form = SignedByCarrier.FormOf(http);
        if (!CarrierSids.IsCall(form.CallSid))
            return Malformed();
        if (form.CallStatus is { } status)
            await desk.ProgressAsync(offer, form.CallSid!, status, CancellationToken.None);
        return Results.NoContent();
    }

    private static async Task<IResult> CallerAsync(HttpContext http, Func<WebhookForm, Task<TurnAnswer>> answer)
    {
        var form = SignedByCarrier.FormOf(http);
        if (!CarrierSids.IsCall(form.CallSid))
            return Malformed();
        return Twiml(await answer(form) is TurnAnswer.Document document ? document.Twiml : TalkDocuments.Nothing);
    }

    private static async Task<IResult> ToldOfConferenceAsync(HttpContext http, Guid talk, OfferDesk desk)
    {
        if (SignedByCarrier.FormOf(http).ConferenceEvent is ConferenceEvent.ConferenceStart)
            await desk.ConnectedAsync(talk, CancellationToken.None);
        return Results.NoContent();
    }

    private static IResult Twiml(string document) => Results.Text(document, "text/xml; charset=utf-8");

    private static IResult Malformed() => Results.Text("CallSid must be CA followed by 32 hexadecimal digits.", "text/plain", statusCode: StatusCodes.Status400BadRequest);
}
