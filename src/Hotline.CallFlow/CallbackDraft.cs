namespace Hotline.CallFlow;

/// <summary>What a caller has said about the callback so far: the safe-contact card in the making.</summary>
/// <param name="Number">E.164 in Korea.</param>
/// <param name="Window">When it is safe to call.</param>
public sealed record CallbackDraft(string? Number, SafeWindow? Window, MessagePermission Message)
{
    public static readonly CallbackDraft Empty = new(null, null, MessagePermission.LeaveNothing);
}

/// <summary>A time in which it is safe to call, half-open. Never called outside it.</summary>
/// <param name="AsSoonAsPossible">The caller asked for the earliest time rather than for this window.</param>
public sealed record SafeWindow(DateTimeOffset From, DateTimeOffset To, bool AsSoonAsPossible);

/// <summary>What may be left when nobody answers. Silence means nothing (DOMAIN T7).</summary>
public enum MessagePermission
{
    LeaveNothing,
    VoiceWithoutName,
    TextWithoutName,
}
