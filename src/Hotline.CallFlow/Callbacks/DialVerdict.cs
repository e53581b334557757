using System.Collections.Immutable;

namespace Hotline.CallFlow.Callbacks;

/// <summary>A counselor wants to dial a callback's number.</summary>
/// <param name="Counselor">Who.</param>
/// <param name="At">When: now.</param>
/// <param name="OverrideReason">Why the window and the attempt rules shall not count this time; null when they shall.</param>
public sealed record DialRequest(Guid Counselor, DateTimeOffset At, string? OverrideReason = null);

/// <summary>What the guard must know of the outgoing line.</summary>
/// <param name="IsUp">Outgoing calls can be placed.</param>
/// <param name="HasRegisteredNumber">There is a registered number that may be shown; an altered one is against the law (전기통신사업법 §84의2).</param>
public sealed record TrunkFacts(bool IsUp, bool HasRegisteredNumber);

/// <summary>May this number be dialled now?</summary>
public abstract record DialVerdict
{
    private DialVerdict()
    {
    }

    /// <param name="Overridden">The rules that the given reason set aside; the shell writes them down with it. Empty as a rule.</param>
    public sealed record Allowed(ImmutableArray<DialRefusal> Overridden) : DialVerdict;

    /// <param name="Reasons">All of them, the gravest first; never empty.</param>
    public sealed record Refused(ImmutableArray<DialRefusal> Reasons) : DialVerdict;
}

/// <summary>Why a number is not dialled, the gravest first.</summary>
public enum DialRefusal
{
    DoNotContact,
    Cancelled,
    Closed,
    OwnedByAnother,
    NotClaimed,
    AlreadyInCall,
    PublicHoliday,
    OutsideOpeningHours,
    BeforeWindow,
    AfterWindow,
    NoAttemptsLeft,
    TooSoonAfterLastAttempt,
    OverrideNeedsReason,
    NoRegisteredNumber,
    LineDown,
}

/// <summary>A sentence for the counselor in both languages of the console.</summary>
public sealed record Sentence(string Ko, string En);

public static class DialRefusals
{
    /// <summary>Only these can be set aside, and only with a reason.</summary>
    public static bool CanBeOverridden(this DialRefusal refusal) => refusal is
        DialRefusal.BeforeWindow or DialRefusal.AfterWindow or DialRefusal.NoAttemptsLeft or DialRefusal.TooSoonAfterLastAttempt;

    public static Sentence Explain(this DialRefusal refusal) => refusal switch
    {
        DialRefusal.DoNotContact => new("연락을 원하지 않는 분입니다. 어떤 경우에도 전화할 수 없습니다.", "This person does not want to be contacted. Nothing allows a call."),
        DialRefusal.Cancelled => new("요청하신 분이 연락 요청을 취소했습니다.", "The caller cancelled this request."),
        DialRefusal.Closed => new("이미 종료된 연락 요청입니다.", "This request is closed."),
        DialRefusal.OwnedByAnother => new("다른 상담원이 담당하고 있습니다.", "Another counselor has taken this callback."),
        DialRefusal.NotClaimed => new("먼저 담당으로 지정한 뒤에 전화할 수 있습니다.", "Take this callback first, then call."),
        DialRefusal.AlreadyInCall => new("이미 전화를 걸었거나 통화한 요청입니다.", "This callback is being dialled, or was answered."),
        DialRefusal.PublicHoliday => new("공휴일이라 전화할 수 없습니다.", "It is a public holiday; no calls are made."),
        DialRefusal.OutsideOpeningHours => new("운영 시간이 아니어서 전화할 수 없습니다.", "It is outside opening hours; no calls are made."),
        DialRefusal.BeforeWindow => new("요청하신 시간이 아직 되지 않았습니다.", "The time that the caller chose has not begun."),
        DialRefusal.AfterWindow => new("요청하신 시간이 지났습니다.", "The time that the caller chose is over."),
        DialRefusal.NoAttemptsLeft => new("세 번 모두 전화했습니다.", "All three attempts have been made."),
        DialRefusal.TooSoonAfterLastAttempt => new("마지막 전화 후 30분이 지나지 않았습니다.", "Less than 30 minutes have passed since the last attempt."),
        DialRefusal.OverrideNeedsReason => new("규칙과 다르게 전화하려면 사유를 적어 주세요.", "Write down a reason to call against these rules."),
        DialRefusal.NoRegisteredNumber => new("표시할 수 있는 등록된 발신번호가 없습니다.", "There is no registered number that may be shown."),
        DialRefusal.LineDown => new("지금은 발신 회선을 사용할 수 없습니다.", "Outgoing calls are not possible at the moment."),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };
}
