using System.Net;
using System.Text.Json;

namespace Hotline.Twilio.Rest;

/// <summary>What an answer that is no success means. The words of its body are never kept: they may quote a number.</summary>
internal static class TwilioAnswers
{
    public static async Task<TwilioFailure> FailureOfAsync(TwilioRequest request, HttpResponseMessage response, CancellationToken cancellation) => response.StatusCode switch
    {
        HttpStatusCode.NotFound => new TwilioFailure.NotFound(),
        HttpStatusCode.Unauthorized => new TwilioFailure.Unauthorized(),
        HttpStatusCode.TooManyRequests => new TwilioFailure.Throttled(TwilioResilience.RetryAfter(response)),
        >= HttpStatusCode.InternalServerError when !request.Repeatable => new TwilioFailure.OutcomeUnknown((int)response.StatusCode),
        >= HttpStatusCode.InternalServerError => new TwilioFailure.Unreachable((int)response.StatusCode),
        var status => new TwilioFailure.Refused((int)status, await CodeOfAsync(response, cancellation)),
    };

    // The body may be empty, or HTML of a proxy.
    private static async Task<int> CodeOfAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            using var error = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellation));
            return error.RootElement.ValueKind == JsonValueKind.Object && error.RootElement.TryGetProperty("code", out var code) && code.TryGetInt32(out var number) ? number : 0;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or IOException or HttpRequestException)
        {
            return 0;
        }
    }
}
