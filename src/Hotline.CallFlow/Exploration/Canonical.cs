using Hotline.CallFlow.Hours;
using static Hotline.CallFlow.StepName;

namespace Hotline.CallFlow.Exploration;

/// <summary>
/// One state for all that lead to the same future: it forgets what only the staff's side reads, and what no step ahead looks at
/// before it is set anew. Without it the number of states would multiply by every answer given on the way.
/// </summary>
internal static class Canonical
{
    private static readonly SafeWindow AnyWindow =
        new(new(2026, 11, 25, 9, 0, 0, SeoulTime.Offset), new(2026, 11, 25, 12, 0, 0, SeoulTime.Offset), AsSoonAsPossible: false);

    /// <summary>As many as a call may have.</summary>
    private const int AllLookUps = 3;

    /// <summary>
    /// The state after a turn; several where somebody arrives at the one place that counts look-ups: with each number that the call may have
    /// had until then. Everywhere else all are taken for used, so that a step that forgets them is found out.
    /// </summary>
    /// <param name="before">Null for an opening.</param>
    public static IEnumerable<CallState> After(CallState? before, CallState state)
    {
        var same = Of(state);
        return same.Step != ManageReference || before?.Step == ManageReference ? [same]
            : Enumerable.Range(0, AllLookUps + 1).Select(lookUps => same with { LookUps = lookUps });
    }

    private static CallState Of(CallState state) => state.Over
        ? new CallState { Step = Farewell, Caller = state.Caller, Over = true }
        : new CallState
        {
            Step = state.Step,
            Caller = state.Caller,
            Silences = state.Silences,
            WrongKeys = state.WrongKeys,
            InQueue = state.InQueue,
            AgencyKey = state.AgencyKey,
            Reference = state.Reference,
            Language = state.Step is Welcome or MainMenu or Closed or OtherLanguage ? state.Language : Language.Korean,
            Greeted = state.Greeted || state.Step is not (Welcome or Closed),
            // Only the line for a counselor speaks of urgency.
            Urgency = state.Step is Urgent or Police or InfoCrisis or Waiting && state.Urgency <= Urgency.U1 ? Urgency.U1 : Urgency.U3,
            LongWaits = state.Step is Waiting or NobodyFree ? Math.Min(state.LongWaits, 2) : 0,
            RecordingSid = state.Step == MessageReview ? state.RecordingSid : null,
            Callback = IsCallback(state.Step) ? Draft(state.Callback) : CallbackDraft.Empty,
            PickedDay = state.Step == CallbackDayPart ? state.PickedDay : null,
            ManagedReference = IsCallback(state.Step) || IsManaging(state.Step) ? state.ManagedReference : null,
            ManagedHasMessage = state.ManagedHasMessage && (IsCallback(state.Step) || IsManaging(state.Step)),
            LookUps = state.Step == ManageReference ? Math.Min(state.LookUps, AllLookUps) : AllLookUps,
        };

    private static bool IsCallback(StepName step) => step is CallbackNumber or CallbackNoCallerId or CallbackEnterNumber or CallbackConfirmEntered
        or CallbackWindow or CallbackDay or CallbackDayPart or CallbackConfirmWindow or CallbackMessagePermission;

    private static bool IsManaging(StepName step) => step is ManageMenu or ManageCancelConfirm or ManageDeleteConfirm;

    private static CallbackDraft Draft(CallbackDraft draft) =>
        new(draft.Number, draft.Window is null ? null : AnyWindow, MessagePermission.LeaveNothing);
}
