namespace Hotline.Web.Prompts;

/// <summary>The prompt tables cannot be spoken. It stops the start, and tells every fault at once, one a line.</summary>
public sealed class PromptFaultsException(IReadOnlyList<string> faults)
    : Exception("The prompts cannot be used:" + string.Concat(faults.Select(fault => Environment.NewLine + "- " + fault)))
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
