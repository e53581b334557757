namespace Hotline.CallFlow.Routing;

/// <summary>One counselor who is asked to take one call.</summary>
/// <param name="Id">Given by the shell when it writes the offer down.</param>
/// <param name="CounselorId">Who is asked.</param>
/// <param name="OfferedAt">When the offer was made.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="EndedAt">When it came to its end; null while it is live.</param>
public sealed record Offer(Guid Id, Guid CounselorId, DateTimeOffset OfferedAt, OfferStage Stage, DateTimeOffset? EndedAt = null);

/// <summary>How far an offer has come. It only ever moves forward, see <see cref="OfferRules"/>.</summary>
public enum OfferStage
{
    /// <summary>Written down; the counselor's telephone is about to be called.</summary>
    Offered,

    /// <summary>The counselor's telephone rings, or the whisper is heard.</summary>
    Ringing,

    /// <summary>The counselor pressed 1 before anybody else did.</summary>
    Accepted,

    /// <summary>Counselor and caller hear each other.</summary>
    Connected,

    /// <summary>The counselor pressed 2; no reason is asked for (DOMAIN T21).</summary>
    Declined,

    /// <summary>Nobody pressed 1 in time. A voicemail that answered ends here.</summary>
    Expired,

    /// <summary>Somebody else was faster.</summary>
    Lost,

    /// <summary>The carrier could not reach the counselor, or lost the leg before the two were connected.</summary>
    Failed,

    /// <summary>The caller is gone.</summary>
    Withdrawn,
}

public static class OfferStages
{
    /// <summary>The counselor is being asked.</summary>
    public static bool IsLive(this OfferStage stage) => stage is OfferStage.Offered or OfferStage.Ringing;

    /// <summary>This counselor has the call.</summary>
    public static bool IsWon(this OfferStage stage) => stage is OfferStage.Accepted or OfferStage.Connected;

    /// <summary>The counselor had the chance and did not take it, for whatever reason.</summary>
    public static bool IsRefusal(this OfferStage stage) => stage is OfferStage.Declined or OfferStage.Expired or OfferStage.Failed;
}
