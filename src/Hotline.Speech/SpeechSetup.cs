using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hotline.Speech;

public static class SpeechSetup
{
    /// <summary>
    /// Adds <see cref="Transcriber"/>, <see cref="UrgencyTriage"/>, <see cref="UrgencyLexicon"/> and the configured providers.
    /// Needs a <see cref="TimeProvider"/> and logging; reads section <c>Transcription</c> and checks it at start.
    /// </summary>
    public static IServiceCollection AddSpeech(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TranscriptionOptions>().Bind(configuration.GetSection(TranscriptionOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TranscriptionOptions>, TranscriptionOptionsValidator>();

        services.AddSingleton(provider => UrgencyLexicon.Load(Options(provider).LexiconPath));
        services.AddSingleton<UrgencyTriage>();

        services.AddSpeechClient(AzureFastTranscription.ProviderName);
        services.AddSpeechClient(OpenAiTranscription.ProviderName);
        services.AddSingleton<SpeechExchange>();
        services.AddSingleton(provider => new SpeechProviders(InOrder(provider)));

        services.AddSingleton<VoiceActivityDetector>();
        services.AddSingleton<Transcriber>();

        return services;
    }

    private static void AddSpeechClient(this IServiceCollection services, string name)
    {
        var client = services.AddHttpClient(name, http => http.Timeout = Timeout.InfiniteTimeSpan);

        // The framework's request log names addresses; what may be logged is logged by SpeechExchange.
        client.RemoveAllLoggers();
        client.ConfigurePrimaryHttpMessageHandler(provider => PrivateAddressesOnly.Sockets(Options(provider).AllowCloud));
        client.AddResilienceHandler("speech", SpeechPipeline.Configure);
        client.AddHttpMessageHandler(provider => new PrivateAddressesOnly(new PrivateNetwork(Options(provider).PrivateHosts), Options(provider).AllowCloud));
    }

    private static IReadOnlyList<ISpeechToText> InOrder(IServiceProvider provider)
    {
        var exchange = provider.GetRequiredService<SpeechExchange>();
        var options = provider.GetRequiredService<IOptions<TranscriptionOptions>>();

        return options.Value.Mode switch
        {
            TranscriptionMode.Off => [],
            TranscriptionMode.Azure => [Azure()],
            TranscriptionMode.SelfHosted => [SelfHosted()],
            TranscriptionMode.AzureThenSelfHosted => [Azure(), SelfHosted()],
            TranscriptionMode.SelfHostedThenAzure => [SelfHosted(), Azure()],
        };

        AzureFastTranscription Azure() => new(exchange, options);

        OpenAiTranscription SelfHosted() => new(exchange, options);
    }

    private static TranscriptionOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<TranscriptionOptions>>().Value;
}
