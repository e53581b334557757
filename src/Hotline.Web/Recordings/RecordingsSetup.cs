namespace Hotline.Web.Recordings;

public static class RecordingsSetup
{
    public static void AddRecordings(this IServiceCollection services)
    {
        services.AddSingleton<RecordingStore>();
        services.AddSingleton<PlaybackTickets>();
        services.AddSingleton<MessageSettling>();
        services.AddSingleton<MessageArrivals>();
        services.AddSingleton<DarkMessages>();
        services.AddTransient<SeekDarkMessagesJob>();
        services.AddTransient<FetchMessageJob>();
        services.AddTransient<SeekMessageJob>();
        services.AddSingleton<PlaybackEndpoint>();
        services.AddTransient<TranscribeMessageJob>();
        services.AddTransient<DeleteAtCarrierJob>();
    }
}
