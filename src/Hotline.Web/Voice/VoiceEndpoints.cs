using System.Globalization;
using Hotline.CallFlow;
using Hotline.Twilio.Webhooks;
using Hotline.Web.Postgres;
using Hotline.Web.Queue;
using Hotline.Web.Recordings;

namespace Hotline.Web.Voice;

/// <summary>The carrier's webhooks. Those that speak to a caller answer with a document, the others with nothing.</summary>
public static class VoiceEndpoints
{
    public static void MapVoiceEndpoints(this IEndpointRouteBuilder routes)
    {
        var voice = routes.MapGroup(SignedByCarrier.Prefix).AllowAnonymous().AddEndpointFilter<CallerNeverDropped>();
        voice.MapPost("/incoming", (HttpContext http, CallSession calls) => AnswerAsync(http, calls, _ => new CallerInput.Dialled(), "dialled", turn: 0));
        voice.MapPost("/turns/{turn:int}", (HttpContext http, int turn, CallSession calls) =>
            AnswerAsync(http, calls, WebhookInputs.InputOf, Key("turn", turn), turn));
        // Who was taken out of the queue by a request of ours is being led elsewhere: nobody hears this answer, and nothing has happened yet.
        voice.MapPost("/queue-left/{turn:int}", (HttpContext http, int turn, CallSession calls) => SignedByCarrier.FormOf(http).QueueResult is QueueResult.Redirected
            ? Task.FromResult(Twiml(TalkDocuments.Nothing))
            : AnswerAsync(http, calls, form => new CallerInput.LeftQueue(WebhookInputs.ExitOf(form)), Key("queue-left", turn), turn: null));
        voice.MapPost("/waiting", (HttpContext http, CallSession calls) =>
            AnswerAsync(http, calls, _ => new CallerInput.Waited(), OwnKey(http, "waiting"), turn: null));
        voice.MapPost("/again", (HttpContext http, CallSession calls) =>
            AnswerAsync(http, calls, _ => null, OwnKey(http, "again"), turn: null));
        voice.MapPost("/fallback", (DatabaseWatch database, Trouble trouble, DarkMode dark) => Twiml(database.IsDown ? dark.Opening : trouble.Apology(null)));
        voice.MapPost("/dark", (DarkMode dark) => Twiml(dark.Opening));
        voice.MapPost("/dark/choice", (HttpContext http, DarkMode dark) => Twiml(dark.Chosen(SignedByCarrier.FormOf(http).Digits)));
        voice.MapPost("/dark/message", (DarkMode dark) => Twiml(dark.MessageLeft));
        voice.MapPost("/trouble", (HttpContext http, Trouble trouble, string? again) =>
            Twiml(trouble.Chosen(SignedByCarrier.FormOf(http).Digits, again)));
        voice.MapPost("/trouble/ended", (HttpContext http, Trouble trouble, string? again) =>
            Twiml(trouble.Ended(WebhookInputs.InputOf(SignedByCarrier.FormOf(http)) is CallerInput.TransferEnded { Connected: true }, again)));
        voice.MapPost("/status", EndAsync);
        voice.MapPost("/recordings", ToldOfRecordingAsync);
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, CallSession calls, Func<WebhookForm, CallerInput?> input, string key, int? turn)
    {
        var form = SignedByCarrier.FormOf(http);
        if (!CarrierSids.IsCall(form.CallSid))
            return Malformed("CallSid must be CA followed by 32 hexadecimal digits.");
        // A webhook is not abandoned half-way because the carrier lost patience: it will ask again and get this answer.
        var answer = await calls.AnswerAsync(new TurnRequest(form.CallSid!, key, turn, input(form), WebhookInputs.CallerOf(form)), CancellationToken.None);
        return answer switch
        {
            TurnAnswer.Document document => Twiml(document.Twiml),
            TurnAnswer.OutOfOrder outOfOrder => Results.Text(outOfOrder.Sentence, "text/plain", statusCode: StatusCodes.Status409Conflict),
            _ => throw new InvalidOperationException("A webhook that can begin a call always has a call."),
        };
    }

    private static async Task<IResult> EndAsync(HttpContext http, CallSession calls)
    {
        var form = SignedByCarrier.FormOf(http);
        if (!CarrierSids.IsCall(form.CallSid))
            return Malformed("CallSid must be CA followed by 32 hexadecimal digits.");
        if (form.CallStatus is { } status && status.IsFinal())
            await calls.EndAsync(form.CallSid!, CancellationToken.None);
        return Results.NoContent();
    }

    private static async Task<IResult> ToldOfRecordingAsync(HttpContext http, MessageArrivals messages)
    {
        var form = SignedByCarrier.FormOf(http);
        if (!CarrierSids.IsCall(form.CallSid) || !CarrierSids.IsRecording(form.RecordingSid))
            return Malformed("CallSid must be CA and RecordingSid RE, each followed by 32 hexadecimal digits.");
        switch (form.RecordingStatus)
        {
            case RecordingStatus.Completed:
                await messages.ArriveAsync(form.CallSid!, form.RecordingSid!, form.RecordingDuration ?? TimeSpan.Zero, CancellationToken.None);
                break;
            case RecordingStatus.Absent or RecordingStatus.Failed:
                await messages.EndedWithoutAsync(form.RecordingSid!, isLost: form.RecordingStatus is RecordingStatus.Failed, CancellationToken.None);
                break;
        }

        return Results.NoContent();
    }

    private static string Key(string what, int turn) => string.Create(CultureInfo.InvariantCulture, $"{what}:{turn}");

    /// <summary>For requests that the carrier makes on its own account: only its token tells a repetition from a new one.</summary>
    private static string OwnKey(HttpContext http, string what) =>
        $"{what}:{(http.Request.Headers[RequestSignature.IdempotencyHeaderName] is [{ Length: > 0 } token, ..] ? token : http.TraceIdentifier)}";

    private static IResult Twiml(string document) => Results.Text(document, "text/xml; charset=utf-8");

    private static IResult Malformed(string sentence) => Results.Text(sentence, "text/plain", statusCode: StatusCodes.Status400BadRequest);
}
