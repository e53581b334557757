using Microsoft.Extensions.Options;

namespace Hotline.Web.Prompts;

public static class PromptsSetup
{
    public static void AddPrompts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<PromptsOptions>().BindConfiguration("Prompts").ValidateOnStart();
        services.AddSingleton<IValidateOptions<PromptsOptions>, PromptsOptionsValidation>();
        services.AddSingleton(provider => PromptCatalogue.Load(provider.GetRequiredService<IOptions<PromptsOptions>>().Value.Directory, SpokenPrompts.All));
    }
}
