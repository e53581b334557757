using Hotline.Web.Recordings;

namespace Hotline.Web.Voice;

public static class VoiceSetup
{
    public static void AddVoice(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<VoiceOptions>().BindConfiguration("Voice").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<VoiceUrls>();
        services.AddSingleton<ReplyRenderer>();
        services.AddSingleton<LineFactsSource>();
        services.AddSingleton<TurnRecorder>();
        services.AddSingleton<CallSession>();
        services.AddSingleton<Trouble>();
        services.AddSingleton<DarkMode>();
    }

    public static void MapVoice(this WebApplication app)
    {
        app.UseMiddleware<SignedByCarrier>();
        app.MapVoiceEndpoints();
        app.MapPlayback();
    }
}
