using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Hotline.Twilio.Rest;

public static class TwilioSetup
{
    /// <summary>
    /// Adds <see cref="TwilioClient"/> and <see cref="TwilioOptions"/> from the section <c>Twilio</c>, which is checked at start.
    /// The host must have registered its <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddTwilio(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TwilioOptions>().Bind(configuration.GetSection(TwilioOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TwilioOptions>, TwilioOptionsCheck>());
        services.AddHttpClient<TwilioClient>(client =>
            {
                // The pipeline and the transport hold the limits: a timeout here would not know which requests may be repeated.
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.MaxResponseContentBufferSize = 16 * 1024 * 1024;
            })
            // Redirects are followed by hand where they are expected, so that credentials never leave for another host.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            // The factory's own log lines hold addresses, and those can hold labels and numbers.
            .RemoveAllLoggers()
            .AddResilienceHandler("twilio", (pipeline, context) =>
                TwilioResilience.Configure(pipeline, context.ServiceProvider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
