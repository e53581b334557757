using System.Text.Json.Serialization;
using Hotline.Sandbox.Network;
using Hotline.Sandbox.SpeechServer;

namespace Hotline.Sandbox.Control;

/// <summary>Being a caller, or whoever is at the other end of a call.</summary>
internal static class CallControl
{
    private const int LongestMessageBytes = 20_000_000;

    public static void MapCallControl(this RouteGroupBuilder control)
    {
        control.MapGet("/calls", (TelephoneNetwork network) => network.Calls.Select(call => CallView.Of(call, null)));
        control.MapPost("/calls", StartAsync);
        control.MapGet("/calls/{sid}/heard", (string sid, TelephoneNetwork network) =>
            network.FindCall(sid) is { } call ? Results.Json(call.Heard.Select(LineView.Of)) : Results.NotFound());
        control.MapPost("/calls/{sid}/keys", (string sid, KeysOrder order, TelephoneNetwork network) => WithAsync(network, sid, call => call.PressAsync(order.Keys)));
        control.MapPost("/calls/{sid}/silence", (string sid, TelephoneNetwork network) => WithAsync(network, sid, call => call.StaySilentAsync()));
        control.MapPost("/calls/{sid}/words", (string sid, WordsOrder order, TelephoneNetwork network) => WithAsync(network, sid, call => call.SpeakAsync(order.Text)));
        control.MapPost("/calls/{sid}/speaking", (string sid, TelephoneNetwork network) => WithAsync(network, sid, call =>
        {
            call.BeginSpeaking();
            return Task.CompletedTask;
        }));
        control.MapPost("/calls/{sid}/message", LeaveMessageAsync);
        control.MapPost("/calls/{sid}/sample", LeaveSampleAsync);
        control.MapGet("/samples", (SpokenSamples samples) => samples.All.Select(sample => new { sample.Name, sample.Text }));
        control.MapGet("/samples/{name}.wav", (string name, SpokenSamples samples) => samples.Find(name) is { } sample ? Results.Bytes(sample.Wav, "audio/wav") : Results.NotFound());
        control.MapPost("/calls/{sid}/hang-up", (string sid, TelephoneNetwork network) => WithAsync(network, sid, call => call.HangUpAsync()));
    }

    private static async Task<IResult> StartAsync(StartOrder order, TelephoneNetwork network)
    {
        var phone = order.From is { Length: > 0 } from ? network.Phone(from) : network.Phone(order.Kind, order.Which);
        return Results.Json(CallView.Of(await phone.DialAsync(null, order.ForwardedFrom), null), statusCode: 201);
    }

    private static Task<IResult> LeaveSampleAsync(string sid, SampleOrder order, TelephoneNetwork network, SpokenSamples samples) => samples.Find(order.Sample) is { } sample
        ? WithAsync(network, sid, call => Leave(call, sample.Wav, order.End))
        : Task.FromResult(Results.NotFound());

    private static Task Leave(SimulatedCall call, byte[] wav, string? end) => end is "hangup" ? call.RecordAndHangUpAsync(wav) : call.RecordAsync(wav, end ?? "#");

    /// <summary>The body is a WAV file; <paramref name="text"/> is what the speech server is to hear in it, <paramref name="end"/> a key, <c>hangup</c>, or nothing.</summary>
    private static async Task<IResult> LeaveMessageAsync(string sid, string? text, string? end, HttpContext context, TelephoneNetwork network, SpeechScript script)
    {
        if (context.Request.ContentLength is not (> 0 and <= LongestMessageBytes))
            return Results.BadRequest("The body must be a WAV file of at most 20 MB, with its length announced.");
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var wav = body.ToArray();
        if (!string.IsNullOrEmpty(text))
            script.Register(wav, text);
        return await WithAsync(network, sid, call => Leave(call, wav, end));
    }

    private static async Task<IResult> WithAsync(TelephoneNetwork network, string sid, Func<SimulatedCall, Task> act)
    {
        if (network.FindCall(sid) is not { } call)
            return Results.NotFound();
        if (call.IsOver)
            return Results.Conflict("The call is over.");
        try
        {
            await act(call);
            return Results.NoContent();
        }
        catch (ArgumentException wrong)
        {
            return Results.BadRequest(wrong.Message);
        }
    }

    internal sealed record StartOrder(
        [property: JsonConverter(typeof(JsonStringEnumConverter<CallerKind>))] CallerKind Kind, int Which, string? From, string? ForwardedFrom);

    internal sealed record KeysOrder(string Keys);

    internal sealed record SampleOrder(string Sample, string? End);

    internal sealed record WordsOrder(string Text);
}
