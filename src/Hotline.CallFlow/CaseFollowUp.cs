using System.Collections.Immutable;

namespace Hotline.CallFlow;

/// <summary>When the registered callback's case is due once the caller is done with it.</summary>
internal static class CaseFollowUp
{
    public static ImmutableArray<FollowUp> On(CallState state) =>
        state.Reference is null ? []
        // While it records, a message may exist that we were not told of yet.
        : state.RecordingSid is not null || state.Step == StepName.MessageRecord ? [new FollowUp.OpenCase(CaseDue.WithTranscript)]
        : [new FollowUp.OpenCase(CaseDue.Now)];
}
