using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hotline.Speech.Tests;

/// <summary>The library as a host sets it up, with settings given in words and a log that can be read.</summary>
internal sealed class SpeechHost : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public SpeechHost(IEnumerable<(string Key, string Value)> settings, TimeProvider? clock = null, Action<IServiceCollection>? change = null)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Transcription:{setting.Key}", (string?)setting.Value)))
            .Build();
        var collection = new ServiceCollection()
            .AddSingleton(clock ?? TimeProvider.System)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log))
            .AddSpeech(configuration);
        change?.Invoke(collection);
        services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public MemoryLog Log { get; } = new();

    public Transcriber Transcriber => Get<Transcriber>();

    public ISpeechToText First => Get<SpeechProviders>().InOrder[0];

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>Both providers at the test servers' addresses, repeating at once.</summary>
    public static (string Key, string Value)[] Settings(TranscriptionMode mode, SpeechServer server, SpeechServer? selfHosted = null) =>
    [
        ("Mode", mode.ToString()),
        ("Azure:Endpoint", server.Address.ToString()),
        ("Azure:Key", SpeechServer.Key),
        ("SelfHosted:BaseUrl", (selfHosted ?? server).Address.ToString()),
        ("SelfHosted:Model", "whisper-large-v3-turbo"),
        ("SelfHosted:ApiKey", SpeechServer.Key),
        ("Http:RetryDelay", "00:00:00"),
    ];

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
