using System.Diagnostics.CodeAnalysis;
using Hotline.Twilio.Twiml;

namespace Hotline.Twilio.Rest;

[SuppressMessage("Naming", "CA1711", Justification = "It is Twilio's queue.")]
public sealed record TwilioQueue
{
    public required string Sid { get; init; }

    public string? FriendlyName { get; init; }

    public int CurrentSize { get; init; }

    public int? MaxSize { get; init; }

    public TimeSpan? AverageWaitTime { get; init; }
}

public sealed record QueueMember
{
    public required string CallSid { get; init; }

    /// <summary>1 is next.</summary>
    public int Position { get; init; }

    public TimeSpan? WaitTime { get; init; }

    public DateTimeOffset? DateEnqueued { get; init; }
}

/// <summary>Queues of the account and the calls that wait in them: contract §5.</summary>
public sealed class TwilioQueues
{
    /// <summary>In place of a CallSid: whoever is next.</summary>
    public const string Front = "Front";

    private readonly TwilioTransport transport;

    internal TwilioQueues(TwilioTransport transport) => this.transport = transport;

    /// <param name="friendlyName">At most 64 characters; Enqueue finds the queue by it.</param>
    /// <param name="maxSize">At most 5000; null: 1000.</param>
    /// <param name="cancellation">Ends the request.</param>
    public Task<TwilioQueue> CreateAsync(string friendlyName, int? maxSize = null, CancellationToken cancellation = default) =>
        transport.SendAsync<TwilioQueue>(new(HttpMethod.Post, "Queues.json", "create a queue") { Form = new { FriendlyName = friendlyName, MaxSize = maxSize }, Repeatable = false }, cancellation);

    public Task<TwilioQueue?> FindAsync(string queueSid, CancellationToken cancellation = default) =>
        transport.FindAsync<TwilioQueue>(new(HttpMethod.Get, PathOf(queueSid), "fetch a queue"), cancellation);

    public Task<TwilioQueue?> UpdateAsync(string queueSid, string? friendlyName = null, int? maxSize = null, CancellationToken cancellation = default) =>
        transport.FindAsync<TwilioQueue>(new(HttpMethod.Post, PathOf(queueSid), "change a queue") { Form = new { FriendlyName = friendlyName, MaxSize = maxSize } }, cancellation);

    public IAsyncEnumerable<TwilioQueue> ListAsync(int? pageSize = null, CancellationToken cancellation = default) =>
        transport.ListAsync<TwilioQueue>("Queues.json", "queues", new { PageSize = pageSize }, "list queues", cancellation);

    /// <summary>Only an empty queue can be deleted.</summary>
    public Task DeleteAsync(string queueSid, CancellationToken cancellation = default) =>
        transport.DeleteAsync(PathOf(queueSid), "delete a queue", cancellation);

    public IAsyncEnumerable<QueueMember> MembersAsync(string queueSid, int? pageSize = null, CancellationToken cancellation = default) =>
        transport.ListAsync<QueueMember>($"Queues/{Uri.EscapeDataString(queueSid)}/Members.json", "queue_members", new { PageSize = pageSize }, "list a queue's members", cancellation);

    /// <summary>Null when the call does not wait here any more; <see cref="Front"/> stands for whoever is next.</summary>
    public Task<QueueMember?> FindMemberAsync(string queueSid, string callSid, CancellationToken cancellation = default) =>
        transport.FindAsync<QueueMember>(new(HttpMethod.Get, MemberPathOf(queueSid, callSid), "fetch a queue's member"), cancellation);

    /// <summary>
    /// Takes a call out of the queue and runs that document; null when it does not wait any more. The Enqueue action is not run
    /// after it. For <see cref="Front"/> a repeat would take the next caller, so it is not repeated.
    /// </summary>
    public Task<QueueMember?> DequeueAsync(string queueSid, string callSid, string url, CallbackMethod? method = null, CancellationToken cancellation = default) =>
        transport.FindAsync<QueueMember>(
            new(HttpMethod.Post, MemberPathOf(queueSid, callSid), "dequeue a call")
            {
                Form = new { Url = url, Method = method },
                Repeatable = !string.Equals(callSid, Front, StringComparison.Ordinal),
            },
            cancellation);

    private static string PathOf(string queueSid) => $"Queues/{Uri.EscapeDataString(queueSid)}.json";

    private static string MemberPathOf(string queueSid, string callSid) => $"Queues/{Uri.EscapeDataString(queueSid)}/Members/{Uri.EscapeDataString(callSid)}.json";
}
