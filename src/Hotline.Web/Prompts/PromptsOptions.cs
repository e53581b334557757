using Microsoft.Extensions.Options;

namespace Hotline.Web.Prompts;

/// <summary>Section <c>Prompts</c>.</summary>
public sealed class PromptsOptions
{
    /// <summary>Where the tables stand, and under <c>audio/</c> the recordings. They are shipped beside the program.</summary>
    public string Directory { get; set; } = Path.Combine(AppContext.BaseDirectory, "prompts");
}

/// <summary>Reads all of it at the start, so that its faults are told together with those of the settings.</summary>
public sealed class PromptsOptionsValidation : IValidateOptions<PromptsOptions>
{
    public ValidateOptionsResult Validate(string? name, PromptsOptions options)
    {
        try
        {
            PromptCatalogue.Load(options.Directory, SpokenPrompts.All);
            return ValidateOptionsResult.Success;
        }
        catch (PromptFaultsException faulty)
        {
            return ValidateOptionsResult.Fail(faulty.Faults);
        }
    }
}
