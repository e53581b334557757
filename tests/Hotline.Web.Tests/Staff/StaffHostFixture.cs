using System.Globalization;
using System.Runtime.Versioning;

namespace Hotline.Web.Tests.Staff;

/// <summary>One host for a test class; every test brings people of its own.</summary>
[SupportedOSPlatform("linux")]
public sealed class StaffHostFixture : IAsyncLifetime
{
    private StaffHost? host;
    private int people;

    public StaffHost Host => host ?? throw new InvalidOperationException("The fixture has not been initialised.");

    public string NewEmail() => string.Create(CultureInfo.InvariantCulture, $"person{Interlocked.Increment(ref people)}@example.org");

    public async Task InitializeAsync() => host = await StaffHost.StartAsync();

    public async Task DisposeAsync()
    {
        if (host is not null)
            await host.DisposeAsync();
    }
}
