using Hotline.Sandbox.Cases;
using Hotline.Sandbox.Faults;
using Hotline.Sandbox.Network;

namespace Hotline.Sandbox.Control;

/// <summary>What the browser page, and load runs, do with the simulated world.</summary>
internal static class ControlSetup
{
    public static void MapControl(this IEndpointRouteBuilder app)
    {
        var control = app.MapGroup(SandboxPaths.Control);
        control.MapGet("/", (SandboxSettings settings) => new { number = settings.Number, hotline = settings.HotlineBaseUrl, pace = settings.Pace.ToString() });
        control.MapGet("/events", (LiveLines lines, HttpContext context) => TypedResults.ServerSentEvents(lines.WatchAsync(context.RequestAborted)));
        control.MapGet("/problems", (TelephoneNetwork network) => network.Problems);
        control.MapGet("/webhooks", (TelephoneNetwork network) => network.Sent.Select(sent => new { sent.Method, sent.Url, sent.Status, sent.At, fields = sent.Parameters.Select(field => $"{field.Name}={field.Value}") }));
        control.MapGet("/documents", (TelephoneNetwork network) => network.Documents.Select(document => new { context = document.Context.ToString(), document.Url, document.Twiml, document.CallSid }));
        control.MapCallControl();
        control.MapPhoneControl();
        control.MapCaseControl();
        control.MapFaultControl();
        control.MapClockControl();
    }

    private static void MapClockControl(this RouteGroupBuilder control)
    {
        control.MapGet("/clock", (HotlineClock clock, CancellationToken cancellation) => clock.ReadAsync(cancellation));
        control.MapPut("/clock", async (ClockOrder order, HotlineClock clock, CancellationToken cancellation) =>
            await clock.SetAsync(order.Now, cancellation) is { } set
                ? Results.Json(set)
                : Results.Conflict("This hotline's clock is set when it starts: give Hotline__ClockOffset to ./run."));
    }

    private static void MapCaseControl(this RouteGroupBuilder control)
    {
        control.MapGet("/cases", (SimulatedCaseBackend backend) => backend.Cases.Select(found => new { found.CaseId, found.Reference, found.State, found.OpenedAt, found.Document, found.Entries }));
        control.MapPost("/cases/{caseId}/state", (string caseId, StateOrder order, SimulatedCaseBackend backend) =>
        {
            if (backend.Find(caseId) is null)
                return Results.NotFound();
            if (order.State is not ("received" or "assigned" or "in-progress" or "closed"))
                return Results.BadRequest("The state must be received, assigned, in-progress or closed.");
            backend.SetState(caseId, order.State);
            return Results.NoContent();
        });
    }

    private static void MapFaultControl(this RouteGroupBuilder control)
    {
        control.MapGet("/faults", (FaultPlan plan) => plan.Pending);
        control.MapDelete("/faults", (FaultPlan plan) => plan.Clear());
        control.MapPost("/faults", (FaultOrder order, FaultPlan plan) =>
        {
            if (order.ToFault() is not { } fault || order.Times is < 1 or > 1000)
                return Results.BadRequest("The fault must be answer, drop, lose-answer, truncate, delay, repeat or hold-back, and happen 1 to 1000 times.");
            plan.Next(order.Point, fault, order.Match ?? "", order.Times);
            return Results.NoContent();
        });
    }

    internal sealed record StateOrder(string State);

    internal sealed record ClockOrder(DateTimeOffset Now);
}
