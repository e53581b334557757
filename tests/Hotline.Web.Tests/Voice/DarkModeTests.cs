using System.Runtime.Versioning;
using Hotline.Sandbox.Network;
using Hotline.Web.Postgres;
using Hotline.Web.Recordings;
using Hotline.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Web.Tests.Voice;

/// <summary>With the database really stopped: callers still hear a way to help, and what they leave is not lost.</summary>
[SupportedOSPlatform("linux")]
public sealed class DarkModeTests : IAsyncLifetime
{
    private static readonly string[] Settings = ["fsync=off"];
    private readonly string folder = Directory.CreateTempSubdirectory("hotline-dark-").FullName;
    private PrivateCluster cluster = null!;

    public async Task InitializeAsync()
    {
        File.SetUnixFileMode(folder, (UnixFileMode)Convert.ToInt32("711", 8));
        await StartDatabaseAsync();
    }

    public async Task DisposeAsync()
    {
        await cluster.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_caller_hears_the_static_flow_and_a_message_left_in_it_becomes_a_case()
    {
        await using var line = await LineUnderTest.StartAsync(("ConnectionStrings:Hotline", cluster.ConnectionString));
        var message = Sounds.Read("espeak-p02.wav");
        line.World.Speech.Register(message, "연락해 주세요.");
        await cluster.DisposeAsync();

        var call = await line.DialAsync();
        await call.StaySilentAsync();
        await call.RecordAsync(message);
        await StartDatabaseAsync();
        await line.DatabaseIsBackAsync();
        await line.Services.GetRequiredService<SeekDarkMessagesJob>().RunAsync(CancellationToken.None);
        await line.Services.GetRequiredService<SeekDarkMessagesJob>().RunAsync(CancellationToken.None);
        await line.PassAsync(TimeSpan.FromMinutes(3));

        Assert.True(call.IsOver);
        Assert.Contains("일삼육육", call.HeardText, StringComparison.Ordinal);
        Assert.Contains("일일이", call.HeardText, StringComparison.Ordinal);
        Assert.Contains("남기신 말씀을 받았습니다", call.HeardText, StringComparison.Ordinal);
        var opened = await line.OnlyCaseAsync();
        Assert.Equal("연락해 주세요.", opened.Text("statement.text"));
        Assert.Equal("+821000001234", opened.Text("contact.phone"));
        Assert.Equal("high", opened.Text("priority"));
        Assert.Empty(Assert.Single(line.Network.Recordings.Values).Media);
        line.AssertEveryDocumentIsValid();
    }

    [Fact]
    public async Task Key_1_leads_to_1366_and_key_8_to_the_neutral_sentence()
    {
        await using var line = await LineUnderTest.StartAsync(("ConnectionStrings:Hotline", cluster.ConnectionString));
        line.Network.Phone("+8221366").WhenCalled = new WhenCalled.Answers();
        await cluster.DisposeAsync();

        var connected = await line.DialAsync();
        await connected.PressAsync("1");
        var leaving = await line.DialAsync(which: 5678);
        await leaving.PressAsync("8");

        Assert.Equal(CallActivity.Bridged, connected.State);
        Assert.True(leaving.IsOver);
        Assert.EndsWith("문의해 주셔서 감사합니다. 안내를 마칩니다.", leaving.HeardText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_in_the_middle_of_a_call_is_told_and_goes_on_where_they_were_when_it_is_back()
    {
        await using var line = await LineUnderTest.StartAsync(("ConnectionStrings:Hotline", cluster.ConnectionString));
        var before = await line.DialAsync();
        await before.PressAsync("3");
        await cluster.DisposeAsync();

        await before.PressAsync("1");
        var heard = before.HeardText;
        await StartDatabaseAsync();
        await line.DatabaseIsBackAsync();
        await before.PressAsync("2");

        Assert.Contains("일삼육육", heard, StringComparison.Ordinal);
        Assert.EndsWith("동의하지 않고 일삼육육으로 연결을 원하시면 영 번을 눌러 주세요.", before.HeardText, StringComparison.Ordinal);
    }

    private async Task StartDatabaseAsync() =>
        cluster = await PrivateCluster.StartAsync(Path.Combine(folder, "pg"), Settings, TimeProvider.System, CancellationToken.None);
}
