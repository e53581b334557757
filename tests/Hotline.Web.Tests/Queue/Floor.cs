using System.Globalization;
using System.Runtime.Versioning;
using Hotline.Sandbox.Network;
using Hotline.Web.Hosting;
using Hotline.Web.Queue;
using Hotline.Web.Staff;
using Hotline.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Web.Tests.Queue;

/// <summary>Counselors with telephones, and a dispatcher that looks when the test says so.</summary>
[SupportedOSPlatform("linux")]
internal static class Floor
{
    /// <summary>The last thing to press on the way into the line.</summary>
    public const string ToLine = "0";

    public static string NumberOf(int which) => string.Create(CultureInfo.InvariantCulture, $"+82100000{9000 + which}");

    /// <summary>Somebody available, at <see cref="NumberOf"/>; a lower number has been idle for longer.</summary>
    public static async Task<SimulatedPhone> CounselorAsync(this LineUnderTest line, int which, WhenCalled? reflex = null, Contact? contact = null, params string[] languages)
    {
        var now = line.Clock.GetUtcNow();
        var id = line.Services.GetRequiredService<IIdSource>().NewId();
        var reached = contact ?? new Contact.Telephone(NumberOf(which));
        var person = new StaffMember(
            id, string.Create(CultureInfo.InvariantCulture, $"c{which}@example.kr"), "상담원", Roles.Counselor, reached, languages.Length == 0 ? ["ko"] : languages, null, [],
            StaffStatus.Available, now.AddMinutes(-60 + which), now);
        await using var connection = await line.Database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await line.Services.GetRequiredService<StaffStore>().AddAsync(person, connection, transaction);
        await transaction.CommitAsync();
        var phone = line.Network.Phone(reached switch { Contact.Telephone t => t.Number, Contact.Sip s => s.Address, _ => $"client:{id:N}" });
        phone.WhenCalled = reflex ?? new WhenCalled.Rings();
        return phone;
    }

    /// <summary>Looks at the line until nothing follows any more.</summary>
    public static Task RouteAsync(this LineUnderTest line) => RouteAsync(line, line.Services);

    public static async Task RouteAsync(this LineUnderTest line, IServiceProvider node)
    {
        for (var look = 0; look < 3; look++)
            await line.RouteOnceAsync(node);
    }

    public static async Task RouteOnceAsync(this LineUnderTest line, IServiceProvider? node = null)
    {
        var dispatcher = (node ?? line.Services).GetRequiredService<Dispatcher>();
        await dispatcher.LookAsync(CancellationToken.None);
        await LetItFinishAsync(line, dispatcher.SettleAsync());
        await line.Network.SettleAsync();
    }

    // A request that was under way while the clock jumped has run into its time limit, and waits on the still clock to be repeated.
    private static async Task LetItFinishAsync(LineUnderTest line, Task work)
    {
        while (await Task.WhenAny(work, Task.Delay(TimeSpan.FromSeconds(2))) != work)
            line.Clock.Advance(TimeSpan.FromSeconds(1));
        await work;
    }

    /// <summary>Lets seconds pass one by one, looking at the line in each.</summary>
    public static async Task LetPassAsync(this LineUnderTest line, int seconds, IServiceProvider? node = null)
    {
        for (var second = 0; second < seconds; second++)
        {
            line.Clock.Advance(TimeSpan.FromSeconds(1));
            await line.Network.SettleAsync();
            await line.RouteAsync(node ?? line.Services);
        }
    }

    /// <summary>A caller in the line, whom everybody who could be asked has been asked for.</summary>
    public static async Task<SimulatedCall> WaitingCallerAsync(this LineUnderTest line, int which = 1234, string keys = ToLine)
    {
        // Nobody arrives at the same moment as somebody else.
        line.Clock.Advance(TimeSpan.FromSeconds(1));
        var call = await line.DialAsync(which: which);
        await call.PressAsync(keys);
        await line.RouteAsync();
        return call;
    }

}
