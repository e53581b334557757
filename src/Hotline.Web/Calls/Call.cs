using System.Text.Json;
using System.Text.Json.Serialization;
using Hotline.CallFlow;
using Hotline.Web.Sealing;

namespace Hotline.Web.Calls;

/// <summary>A call as one webhook sees it: its row is locked, its state opened.</summary>
public sealed record Call(Guid Id, string CallSid, int Turn, CallState State, CallKey Key, DateTimeOffset StartedAt, DateTimeOffset? QueuedAt, bool Ended);

/// <summary>What of a call is sealed, and under which identity.</summary>
public static class CallSeals
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public static byte[] SealState(CallKey key, Guid callId, CallState state) =>
        key.Seal(StateIdentity(callId), JsonSerializer.SerializeToUtf8Bytes(state, Json));

    public static CallState OpenState(CallKey key, Guid callId, byte[] sealedState) =>
        JsonSerializer.Deserialize<CallState>(key.Open(StateIdentity(callId), sealedState), Json)
        ?? throw new InvalidOperationException("A call's state cannot be null.");

    public static string ReplyIdentity(Guid callId, string requestKey) => $"call_turns.reply/{callId}/{requestKey}";

    private static string StateIdentity(Guid callId) => $"calls.state/{callId}";
}
