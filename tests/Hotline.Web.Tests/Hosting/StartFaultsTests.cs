using System.Diagnostics;
using System.Runtime.Versioning;
using Hotline.Web.Hosting;

namespace Hotline.Web.Tests.Hosting;

/// <summary>Bad settings stop the start, and every one of them is told in one message.</summary>
[SupportedOSPlatform("linux")]
public sealed class StartFaultsTests
{
    [Fact]
    public async Task Every_fault_is_told_in_one_message_and_the_service_does_not_start()
    {
        using var started = Process.Start(new ProcessStartInfo("dotnet", [typeof(HotlineHost).Assembly.Location, "serve"])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["ConnectionStrings__Hotline"] = "Host=127.0.0.1;Port=1;Database=hotline;Username=hotline",
                ["Hotline__PublicBaseUrl"] = "http://voice.example.go.kr?x=1",
                ["Hotline__Roles"] = "web,manager",
                ["Hotline__Number"] = "02-735-8994",
                ["Hotline__ClockOffset"] = "1.00:00:00",
                ["Twilio__AccountSid"] = "nonsense",
                ["Transcription__Mode"] = "Azure",
                ["OpeningHours__Profile"] = "Sometimes",
                ["CaseBackend__BaseUrl"] = "ftp://cases.example.go.kr",
            },
        })!;
        var told = await started.StandardError.ReadToEndAsync();
        await started.WaitForExitAsync();

        Assert.Equal(1, started.ExitCode);
        foreach (var setting in new[]
        {
            "Hotline:PublicBaseUrl", "Hotline:Roles", "Hotline:Number", "Hotline:ClockOffset", "Twilio:AccountSid", "Twilio:AuthTokens", "Transcription:Azure:Endpoint",
            "Transcription:Azure:Key", "OpeningHours:Profile", "CaseBackend:BaseUrl", "CaseBackend:ApiKey", "DataProtection:KeyRingPath", "DataProtection:CertificatePath",
            "Twilio:ApiBaseUrl leads to api.twilio.com", "CaseBackend:BaseUrl leads to cases.example.go.kr",
        })
            Assert.Contains(setting, told, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", told, StringComparison.Ordinal);
    }
}
