namespace Hotline.Web.Prompts;

public static class PromptsSetup
{
    /// <summary>The tables stand beside the program.</summary>
    public static void AddPrompts(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton(_ => PromptCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "prompts"), []));
}
