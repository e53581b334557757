using System.Net.Mime;

namespace Hotline.Sandbox.Cases;

/// <summary>The case backend over HTTP, as its contract says.</summary>
internal static class CasesSetup
{
    private const string ProblemType = "application/problem+json";

    public static void MapCases(this IEndpointRouteBuilder app)
    {
        var cases = app.MapGroup(SandboxPaths.Cases + "/v1");
        cases.AddEndpointFilter(CheckKey);
        cases.MapPost("/cases", async (HttpContext context, SimulatedCaseBackend backend) =>
            IsJson(context) ? Result(context, backend.Open(Key(context), await BodyAsync(context)), withCase: true) : NotJson());
        cases.MapPost("/cases/{caseId}/entries", async (string caseId, HttpContext context, SimulatedCaseBackend backend) =>
            IsJson(context) ? Result(context, backend.Append(caseId, Key(context), await BodyAsync(context)), withCase: false) : NotJson());
        cases.MapGet("/cases/{caseId}", (string caseId, SimulatedCaseBackend backend) => Found(backend.Find(caseId)));
        cases.MapGet("/case-references/{reference}", (string reference, SimulatedCaseBackend backend) => Found(backend.FindByReference(reference)));
    }

    private static async ValueTask<object?> CheckKey(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var expected = "Bearer " + context.HttpContext.RequestServices.GetRequiredService<SandboxSettings>().CaseApiKey;
        return string.Equals(context.HttpContext.Request.Headers.Authorization, expected, StringComparison.Ordinal)
            ? await next(context)
            : Problem(401, "The key is not known.", null);
    }

    private static IResult Result(HttpContext context, CaseAnswer answer, bool withCase)
    {
        if (answer.Case is not { } found)
            return Problem(answer.Status, answer.Title!, answer.Detail);
        if (!withCase)
            return Results.StatusCode(answer.Status);
        if (answer.Status is 201)
            context.Response.Headers.Location = $"{SandboxPaths.Cases}/v1/cases/{found.CaseId}";
        return Results.Json(Shape(found), statusCode: answer.Status);
    }

    private static IResult Found(SimulatedCase? found) => found is null ? Problem(404, "There is no such case.", null) : Results.Json(Shape(found));

    private static object Shape(SimulatedCase found) => new { caseId = found.CaseId, reference = found.Reference, state = found.State, updatedAt = found.UpdatedAt };

    private static IResult NotJson() => Problem(415, "The request is not application/json.", null);

    private static IResult Problem(int status, string title, string? detail) =>
        Results.Json(new { type = "about:blank", title, status, detail }, statusCode: status, contentType: ProblemType);

    private static string? Key(HttpContext context) => context.Request.Headers["Idempotency-Key"].FirstOrDefault();

    private static bool IsJson(HttpContext context) => context.Request.ContentType?.Split(';')[0].Trim() is MediaTypeNames.Application.Json;

    private static async Task<byte[]> BodyAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return body.ToArray();
    }
}
