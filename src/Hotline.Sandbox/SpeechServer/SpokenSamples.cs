namespace Hotline.Sandbox.SpeechServer;

/// <summary>Recordings whose words are known, for a demonstration without a microphone.</summary>
internal static class SpokenSamples
{
    private const string Table = "espeak-phrases.tsv";

    /// <summary>Registers the folder <c>Sandbox:SamplesPath</c>, if one is set.</summary>
    public static void RegisterSpokenSamples(this WebApplication app)
    {
        if (app.Configuration["Sandbox:SamplesPath"] is not { Length: > 0 } folder)
            return;
        var registered = app.Services.GetRequiredService<SpeechScript>().RegisterFolder(folder, Table);
        app.Logger.LogInformation("The speech server knows {Count} spoken samples", registered);
    }
}
