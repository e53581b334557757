using Hotline.CallFlow;
using Hotline.CaseBackend;
using Hotline.Web.Hosting;
using Microsoft.Extensions.Options;

namespace Hotline.Web.FollowUps;

/// <summary>When the work of a turn is due.</summary>
public sealed class FollowUpTimes(IOptions<CaseBackendOptions> cases, IOptions<HotlineOptions> hotline)
{
    /// <summary>If nothing more is ever heard of a caller who registered a callback, the case is opened after this.</summary>
    public static readonly TimeSpan SafetyNet = TimeSpan.FromMinutes(15);

    /// <summary>When to look whether a call that goes on is over.</summary>
    public static readonly TimeSpan CallEnds = TimeSpan.FromMinutes(2);

    /// <summary>The carrier needs a moment to finish a recording after the caller is gone.</summary>
    public static readonly TimeSpan CarrierSettles = TimeSpan.FromSeconds(20);

    public TimeSpan Of(CaseDue due) => due switch
    {
        CaseDue.Now => TimeSpan.Zero,
        CaseDue.WithTranscript => cases.Value.TranscriptWait,
        CaseDue.SafetyNet => SafetyNet,
        _ => throw new ArgumentOutOfRangeException(nameof(due)),
    };

    public TimeSpan Seek(bool callIsOver) => callIsOver ? CarrierSettles : hotline.Value.MaxMessage + TimeSpan.FromMinutes(1) + CarrierSettles;
}
