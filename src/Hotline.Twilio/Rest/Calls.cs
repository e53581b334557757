using System.Runtime.Serialization;
using Hotline.Twilio.Twiml;
using Hotline.Twilio.Webhooks;

namespace Hotline.Twilio.Rest;

public enum CallEnd
{
    /// <summary>Ends the call, answered or not.</summary>
    Completed,

    /// <summary>Only before the answer.</summary>
    Canceled,
}

/// <summary>A change to a live call: an end, or another document.</summary>
public sealed record CallChange
{
    public CallEnd? Status { get; init; }

    public string? Url { get; init; }

    public CallbackMethod? Method { get; init; }

    public string? Twiml { get; init; }

    public string? FallbackUrl { get; init; }

    public CallbackMethod? FallbackMethod { get; init; }

    public string? StatusCallback { get; init; }

    public CallbackMethod? StatusCallbackMethod { get; init; }

    public int? TimeLimit { get; init; }
}

/// <summary>Which calls. The filter stands in the URL, so <see cref="To"/> and <see cref="From"/> are for numbers of our own alone.</summary>
public sealed record CallFilter
{
    public string? To { get; init; }

    public string? From { get; init; }

    public string? ParentCallSid { get; init; }

    public CallStatus? Status { get; init; }

    [DataMember(Name = "StartTime>")]
    public DateTimeOffset? StartedAfter { get; init; }

    [DataMember(Name = "StartTime<")]
    public DateTimeOffset? StartedBefore { get; init; }

    /// <summary>At most 1000; null: 50.</summary>
    public int? PageSize { get; init; }
}

public sealed record TwilioCall
{
    public required string Sid { get; init; }

    public CallStatus Status { get; init; }

    public string? ParentCallSid { get; init; }

    public string? To { get; init; }

    public string? From { get; init; }

    public string? Direction { get; init; }

    public string? ForwardedFrom { get; init; }

    public AnsweredBy? AnsweredBy { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public DateTimeOffset? StartTime { get; init; }

    public DateTimeOffset? EndTime { get; init; }

    /// <summary>Null until the call is over.</summary>
    public TimeSpan? Duration { get; init; }

    public override string ToString() => $"{nameof(TwilioCall)} {Sid} {Status}";
}

/// <summary>Calls of the account: contract §5.</summary>
public sealed class TwilioCalls
{
    private const int CallNotInProgress = 21220;

    private readonly TwilioTransport transport;

    internal TwilioCalls(TwilioTransport transport) => this.transport = transport;

    /// <summary>Never repeated after a timeout or a 5xx: the phone may ring already (<see cref="TwilioFailure.OutcomeUnknown"/>).</summary>
    public Task<TwilioCall> CreateAsync(NewCall call, CancellationToken cancellation = default) =>
        transport.SendAsync<TwilioCall>(new(HttpMethod.Post, "Calls.json", "create a call") { Form = call, Repeatable = false }, cancellation);

    /// <summary>Null when the call is over or never was: who hangs up in the same moment is no error.</summary>
    public async Task<TwilioCall?> UpdateAsync(string callSid, CallChange change, CancellationToken cancellation = default)
    {
        try
        {
            return await transport.FindAsync<TwilioCall>(new(HttpMethod.Post, PathOf(callSid), "change a call") { Form = change }, cancellation);
        }
        catch (TwilioException fault) when (fault.Failure is TwilioFailure.Refused(_, CallNotInProgress))
        {
            return null;
        }
    }

    /// <inheritdoc cref="UpdateAsync"/>
    public Task<TwilioCall?> EndAsync(string callSid, CallEnd end = CallEnd.Completed, CancellationToken cancellation = default) =>
        UpdateAsync(callSid, new CallChange { Status = end }, cancellation);

    /// <inheritdoc cref="UpdateAsync"/>
    public Task<TwilioCall?> RedirectAsync(string callSid, string url, CancellationToken cancellation = default) =>
        UpdateAsync(callSid, new CallChange { Url = url, Method = CallbackMethod.Post }, cancellation);

    /// <summary>Null when there is no such call.</summary>
    public Task<TwilioCall?> FindAsync(string callSid, CancellationToken cancellation = default) =>
        transport.FindAsync<TwilioCall>(new(HttpMethod.Get, PathOf(callSid), "fetch a call"), cancellation);

    public IAsyncEnumerable<TwilioCall> ListAsync(CallFilter? filter = null, CancellationToken cancellation = default) =>
        transport.ListAsync<TwilioCall>("Calls.json", "calls", filter, "list calls", cancellation);

    /// <summary>Removes the record of a finished call at Twilio.</summary>
    public Task DeleteAsync(string callSid, CancellationToken cancellation = default) =>
        transport.DeleteAsync(PathOf(callSid), "delete a call", cancellation);

    internal static string PathOf(string callSid) => $"Calls/{Uri.EscapeDataString(callSid)}.json";
}
