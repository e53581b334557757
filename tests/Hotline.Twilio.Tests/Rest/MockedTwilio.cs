using Hotline.Conformance;
using Hotline.Twilio.Rest;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Twilio.Tests.Rest;

/// <summary>A client as the host makes it, talking to the mock of Twilio's REST interface.</summary>
public sealed class MockedTwilio : IAsyncLifetime
{
    private ServiceProvider? services;

    public TwilioMock Mock { get; private set; } = null!;

    public TwilioClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Mock = await TwilioMock.StartAsync();
        services = TwilioAccount.Services(TwilioAccount.Settings(Mock.Address.ToString()), TimeProvider.System);
        Client = services.GetRequiredService<TwilioClient>();
    }

    public async Task DisposeAsync()
    {
        if (services is not null) await services.DisposeAsync();
        if (Mock is not null) await Mock.DisposeAsync();
    }
}
