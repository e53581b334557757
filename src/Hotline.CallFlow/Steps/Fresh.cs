namespace Hotline.CallFlow.Steps;

/// <summary>Back at the beginning, nothing half-said is remembered.</summary>
internal static class Fresh
{
    public static CallState Of(CallState state) => state with
    {
        Callback = state.Reference is null ? CallbackDraft.Empty : state.Callback,
        ManagedReference = null,
        ManagedHasMessage = false,
        PickedDay = null,
        Greeted = true,
    };
}
