using Hotline.Twilio.Rest;

namespace Hotline.Web.Queue;

public static class QueueSetup
{
    public static void AddQueue(this IServiceCollection services)
    {
        services.AddOptions<RoutingOptions>().BindConfiguration("Routing").ValidateDataAnnotations().ValidateOnStart();
        // A client of its own for each request: one that is kept would keep its addresses as well.
        services.AddSingleton<Func<TwilioClient>>(provider => provider.GetRequiredService<TwilioClient>);
        services.AddSingleton<WaitStore>();
        services.AddSingleton<OfferStore>();
        services.AddSingleton<TalkStore>();
        services.AddSingleton<RoutingSignal>();
        services.AddSingleton<RoutingFacts>();
        services.AddSingleton<CallersInLine>();
        services.AddSingleton<QueueUrls>();
        services.AddSingleton<TalkDocuments>();
        services.AddSingleton<OfferDesk>();
        services.AddSingleton<CallerDesk>();
        services.AddSingleton<LegCalls>();
        services.AddSingleton<CarrierCheck>();
        services.AddSingleton<Dispatcher>();
        services.AddHostedService(provider => provider.GetRequiredService<Dispatcher>());
    }

    public static void MapQueue(this WebApplication app) => app.MapQueueEndpoints();
}
